import type { Gate } from './gate.ts'

const day = 86_400_000

/** Days of rest since the last answer, since the last dismissal, and since any survey was shown; 0 asks for none. */
const rest: Gate<[answered: number, dismissed: number, shown: number]> = (days, _page, memory, now) => {
  const rested = (gate: 'answered' | 'dismissed' | 'shown', least: number) => {
    const at = memory[gate]
    // A day is 24 hours here: clocks that start at the shopper's own moment know no midnight.
    const ago = at ? (now - at) / day : Number.NaN
    // A moment in the far future comes from a clock that was wrong; it must not silence a survey for good.
    return { gate, passed: !(Math.abs(ago) < least), reason: at ? `${gate} ${Math.floor(ago)} of ${least} days ago` : 'never' }
  }
  return [rested('answered', days[0]), rested('dismissed', days[1]), rested('shown', days[2])]
}
export default rest
