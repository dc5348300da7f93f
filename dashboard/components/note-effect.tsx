import type { NoteEffect as Answer } from '../../worker/contract/effect.ts'
import { span } from '../models/days.ts'
import { effectQuery } from '../models/filters.ts'
import { changeMeaning } from '../models/meaning.ts'
import { useResource } from '../models/resource.ts'
import { segmentsInWords } from '../models/segments.ts'
import { points } from '../models/wording.ts'
import { Certainty, tooFew } from './certainty.tsx'
import { Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { IntervalFigure } from './interval-figure.tsx'
import type { Keeping } from './keeping.ts'
import { Refusal } from './refusal.tsx'
import { useScope } from './scope.ts'
import { ScoreCells } from './score-cells.tsx'
import { useWalk } from './use-walk.ts'

/** The score before and after a note, on as many days either side, and whether the change is more than chance. */
export function NoteEffect({ keeping, note }: { keeping: Keeping; note: string }) {
  const { survey, segments } = keeping
  const path = `/api/v1/surveys/${encodeURIComponent(survey)}/notes/${encodeURIComponent(note)}/effect?${effectQuery({ segments })}`
  const { data, error, loading } = useResource<Answer>(path)
  if (error) return <Refusal error={error} />
  if (!data) return <div class="bone late" style={{ height: '120px' }} />
  const { before, after } = data
  if (!before || !after) return <p class="soft">No whole day after it is over yet: come back tomorrow.</p>
  const narrowed = segmentsInWords(segments)
  return (
    <div class={loading ? 'stale' : ''} aria-busy={loading}>
      <Sides sides={{ Before: before, After: after }} />
      <Change effect={data} before={before} after={after} />
      <p class="soft">
        Before and after, not because of: whatever else changed then is in it too. {data.days} {data.days === 1 ? 'day' : 'days'}{' '}
        on each side{narrowed && `, only ${narrowed}`}; the note’s own day is in neither.
      </p>
    </div>
  )
}

type Side = NonNullable<Answer['before']>

function Sides({ sides }: { sides: Record<string, Side> }) {
  const walk = useWalk()
  return (
    <table class="plain" {...walk}>
      <Columns of={[['Days'], ['n', 'r'], ['Score', 'r'], ['95 % interval', 'r']]} />
      <tbody>
        {Object.entries(sides).map(([name, side]) => (
          <tr key={name}>
            <th scope="row">
              {name} <small class="soft num">{span(side.from, side.to)}</small>
              {side.caution && <small class="caution">{side.caution}</small>}
            </th>
            <ScoreCells of={side} days={side} />
            <td class="r num">
              <IntervalFigure of={side} days={side} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const names = { change: 'Change', now: 'score after', before: 'score before' }

function Change({ effect, before, after }: { effect: Answer; before: Side; after: Side }) {
  const scope = useScope()
  const { metric, change, changeInterval, distinguishable } = effect
  if (change === null) return <p>Nothing to compare: one side has no score.</p>
  const isFew = before.n < tooFew || after.n < tooFew
  return (
    <p class="num">
      <strong>
        {change > 0 ? 'Up' : change < 0 ? 'Down' : 'Unchanged'}{' '}
        {change !== 0 && (
          <Definition meaning={changeMeaning(scope, names, { score: after.score, change })} days={after}>
            {points(metric, change)}
          </Definition>
        )}
      </strong>
      {'. '}
      <Certainty change={change} interval={changeInterval} distinguishable={isFew ? null : distinguishable} days={after} />
    </p>
  )
}
