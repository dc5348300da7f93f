import { type Meaning, place } from '../models/meaning.ts'
import { useScope } from './scope.ts'
import { type TipParts, useTip } from './use-tip.tsx'

/** The number behind a number: formula, numerator and denominator, days, zone and filters. `days` where it isn't of the screen's own. */
export function useDefinition(meaning: Meaning, days?: { from: string; to: string }): TipParts {
  const scope = useScope()
  return useTip(() => (
    <>
      <span>{meaning.formula}</span> <b class="num">{meaning.numbers}</b>{' '}
      <span class="soft">
        {meaning.note} {place(scope, days)}
      </span>
    </>
  ))
}
