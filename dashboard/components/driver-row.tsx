import type { Metric } from '../../worker/contract/category.ts'
import type { Drivers } from '../../worker/contract/drivers.ts'
import { changeMeaning, type Meaning, scoreMeaning, shareMeaning } from '../models/meaning.ts'
import { others, segmentName } from '../models/segments.ts'
import { number, score as scoreText, signed } from '../models/wording.ts'
import { ChangeInterval } from './certainty.tsx'
import { Definition } from './definition.tsx'
import { Effect } from './effect.tsx'
import { useScope } from './scope.ts'

type Driver = Drivers['drivers'][number]

interface Props {
  driver: Driver
  reach: number
  choose: (dimension: string, value: string) => void
}

/** One segment beside everybody else. */
export function DriverRow({ driver, reach, choose }: Props) {
  const scope = useScope()
  const { metric } = scope
  const { dimension, value, n, share, score, without, effect, effectInterval, impact, kept, caution } = driver
  const name = segmentName(dimension, value)
  const range = effectInterval && `${signed(metric, effectInterval[0])} to ${signed(metric, effectInterval[1])}`
  const names = { change: 'Effect', now: 'score of the segment', before: 'score of everybody else' }
  const say = (value: number | null) => (value === null ? '–' : scoreText(metric, value))
  return (
    <tr class={kept ? '' : 'thin'}>
      <th scope="row">
        {value === others ? (
          name
        ) : (
          <button type="button" class="link" onClick={() => choose(dimension, value)}>
            {name}
          </button>
        )}
        <small class="soft">
          {dimension}
          {!kept && <span class="hidden">, may be chance</span>}
        </small>
        {(caution || without.caution) && <small class="caution">{caution ?? without.caution}</small>}
      </th>
      <td class="r num">
        <Definition meaning={shareMeaning('Share', ['scores of the segment', n], ['all scores', n + without.n])}>
          {number(100 * share)} %
        </Definition>
      </td>
      <td class="r num">
        <Definition meaning={scoreMeaning(scope, driver)}>{say(score)}</Definition>
      </td>
      <td class="r num">
        <Definition meaning={scoreMeaning(scope, without)}>{say(without.score)}</Definition>
      </td>
      <td class="r num">
        <Definition meaning={changeMeaning(scope, names, { score, change: effect })}>
          <span class={kept ? (effect < 0 ? 'change sure bad' : 'change sure good') : ''}>
            {kept && <span aria-hidden="true">{effect < 0 ? '▼ ' : '▲ '}</span>}
            {signed(metric, effect)}
          </span>
        </Definition>
        {effectInterval && (
          <small class="soft phone">
            <ChangeInterval change={effect} interval={effectInterval} />
          </small>
        )}
      </td>
      <td class="drawn">
        <Effect
          effect={effect}
          interval={effectInterval}
          reach={reach}
          label={`${signed(metric, effect)}${range ? `, 95 % interval ${range}` : ''}`}
        />
      </td>
      <td class="r num">
        <Definition meaning={impactMeaning(metric, share, effect, impact)}>{signed(metric, impact)}</Definition>
      </td>
    </tr>
  )
}

function impactMeaning(metric: Metric, share: number, effect: number, impact: number): Meaning {
  return {
    formula: 'Impact = share × effect: how far the total lies from what it would be without the segment.',
    numbers: `${number(share, 3)} × ${signed(metric, effect)} = ${signed(metric, impact)}`,
  }
}
