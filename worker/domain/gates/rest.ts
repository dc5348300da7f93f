import type { Gate } from './gate.ts'

const day = 86_400_000

/** Days of rest since the last answer, the last dismissal (the last number instead, if it was not the first), and any display; 0 asks for none. */
const rest: Gate<[answered: number, dismissed: number, shown: number, redismissed?: number]> = (days, _page, memory, now) =>
  (['answered', 'dismissed', 'shown'] as const).map((gate, i) => {
    const at = memory[gate]
    const least = (i === 1 && memory.redismissed && days[3]) || days[i] || 0
    // A day is 24 hours here: clocks that start at the shopper's own moment know no midnight.
    const ago = at ? (now - at) / day : Number.NaN
    // A moment in the far future comes from a clock that was wrong; it must not silence a survey for good.
    return { gate, passed: !(Math.abs(ago) < least), reason: at ? `${gate} ${Math.floor(ago)} of ${least} days ago` : 'never' }
  })
export default rest
