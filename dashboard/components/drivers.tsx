import { useState } from 'preact/hooks'
import type { Drivers as SurveyDrivers } from '../../worker/contract/drivers.ts'
import { useResource } from '../models/resource.ts'
import { number } from '../models/wording.ts'
import { type Column, Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { DriverRow } from './driver-row.tsx'
import { Refusal } from './refusal.tsx'
import { useWalk } from './use-walk.ts'

export interface DriversProps {
  /** Of the API, with the days and filters. */
  path: string
  /** Asked again with each. */
  turn?: number
  choose: (dimension: string, value: string) => void
}

/** A link's are told without the survey they are of. */
type Answer = Omit<SurveyDrivers, 'survey'>

const first = 8

const columns: readonly Column[] = [
  ['Segment'],
  ['Share', 'r'],
  ['Score', 'r'],
  ['Without it', 'r'],
  ['Effect', 'r'],
  ['95 % interval', 'drawn'],
  ['Impact', 'r'],
]

/** Which segments lift or lower the score, largest impact first; a row filters the screen. */
export function Drivers({ path, turn, choose }: DriversProps) {
  const [all, setAll] = useState(false)
  const walk = useWalk()
  const { data, error, loading } = useResource<Answer>(path, turn)
  if (error) return <Refusal error={error} />
  if (!data) return <div class="bone late" style={{ height: '480px' }} />
  if (data.drivers.length === 0) return <Nothing answer={data} />
  const shown = all ? data.drivers : data.drivers.slice(0, first)
  const reach = Math.max(
    ...data.drivers.map(({ effect, effectInterval }) => Math.max(...[effect, ...(effectInterval ?? [])].map(Math.abs))),
  )
  const kept = data.drivers.filter((driver) => driver.kept).length
  return (
    <div aria-busy={loading} class={loading ? 'stale' : ''}>
      <p class="small soft">
        {kept === 0 ? (
          'None of these differences can be told from chance.'
        ) : (
          <>
            <Definition meaning={keptMeaning(kept, data)}>
              {number(kept)} of {number(data.drivers.length)}
            </Definition>{' '}
            {kept === 1 ? 'is' : 'are'} more than chance; of such findings at most {number(100 * data.falseDiscoveryRate)} % are
            expected to be wrong.
          </>
        )}
      </p>
      <table class="breakdown drivers" {...walk}>
        <Columns of={columns} />
        <tbody>
          {shown.map((driver) => (
            <DriverRow key={`${driver.dimension} ${driver.value}`} {...{ driver, reach, choose }} />
          ))}
        </tbody>
      </table>
      {data.drivers.length > shown.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          Show all {number(data.drivers.length)}
        </button>
      )}
    </div>
  )
}

const keptMeaning = (kept: number, { drivers, least, falseDiscoveryRate }: Answer) => ({
  formula: `Kept = segments and tags with ${least} scores, and ${least} outside them, whose effect chance doesn’t explain.`,
  numbers: `${number(kept)} of ${number(drivers.length)} that were compared.`,
  note: `By Benjamini and Hochberg at ${number(100 * falseDiscoveryRate)} %, so that many comparisons don’t make findings.`,
})

/** What it takes to say something. */
function Nothing({ answer: { total, least } }: { answer: Answer }) {
  return (
    <p class="notice small num">
      Nothing to compare yet. A segment needs {least} scores of its own and {least} outside it;{' '}
      {total.n === 1 ? 'there is 1 score' : `there are ${number(total.n)} scores`} in these days and filters
      {total.n < 2 * least
        ? `: at least ${number(2 * least - total.n)} more, or a longer period`
        : ', but no segment leaves so many on both sides'}
      .
    </p>
  )
}
