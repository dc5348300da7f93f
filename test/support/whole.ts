import process from 'node:process'

/** Whether proofs are played at their full counts (`npm run test:full`); `npm test` plays as much of them as its twelve minutes hold. */
export const whole = process.env.EARSHOT_FULL === '1'
