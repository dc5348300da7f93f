import type { Gate, GateKind, Gates, Page } from '../gates/gate.ts'
import type { Measure } from './trigger-words.ts'
import { words } from './words.ts'

/**
 * The same gates, whose verdicts say why in an owner's words. What they decide is theirs alone: words are put to it. `seen` hears for
 * which page each was weighed.
 */
export function told<Kinds extends Partial<Gates>>(
  kinds: Kinds,
  measure: Measure = () => undefined,
  seen: (page: Page) => void = () => {},
): Kinds {
  const speaking = Object.entries(kinds).map(([kind, weigh]) => {
    const say = words[kind as GateKind]
    // The value under a kind's name is that kind's; the compiler can't follow the pairing through `entries`.
    const gate: Gate<never> = (value, page, memory, now) => {
      seen(page)
      const said = (say as (...of: unknown[]) => string[])(value, page, memory, now, measure)
      return (weigh as Gate<unknown>)(value, page, memory, now).map((verdict, i) => ({
        ...verdict,
        reason: said[i] ?? verdict.reason,
      }))
    }
    return [kind, gate]
  })
  return Object.fromEntries(speaking) as Kinds
}
