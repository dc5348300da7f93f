import type { SurveyGates } from '../contract/widget.ts'
import type { Gate, GateKind, Gates, Memory, Page, Verdict } from './gates/gate.ts'

/**
 * Every gate of a survey in order, each with whether it lets this shopper through on this page, and why.
 * The loader asks before any request; the owner reads the same list when wondering why nothing showed.
 * `kinds` has at least the kinds this survey uses.
 */
export function weighGates(gates: SurveyGates, kinds: Partial<Gates>, page: Page, memory: Memory, now: number): Verdict[] {
  return [
    { gate: 'never', passed: !memory.never, reason: 'needs no refusal' },
    // The value under a kind's name is that kind's; the compiler can't follow the pairing through `entries`.
    ...Object.entries(gates).flatMap(([kind, value]) => (kinds[kind as GateKind] as Gate<unknown>)(value, page, memory, now)),
  ]
}

/** Whether every gate is passed. */
export function isDue(verdicts: Verdict[]): boolean {
  return verdicts.every((verdict) => verdict.passed)
}
