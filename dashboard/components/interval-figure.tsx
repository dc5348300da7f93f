import type { Scored } from '../../worker/contract/report.ts'
import { intervalMeaning } from '../models/meaning.ts'
import { rangeText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'

/** A score's 95 % interval, which says how it is reckoned; a dash where there is none. */
export function IntervalFigure({ of, days }: { of: Scored; days?: { from: string; to: string } }) {
  const scope = useScope()
  return (
    <Definition meaning={intervalMeaning(scope, of)} days={days}>
      {of.interval ? rangeText(scope.metric, scope.scale, of.interval) : '–'}
    </Definition>
  )
}
