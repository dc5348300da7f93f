import type { Scored } from '../../worker/contract/report.ts'
import type { CurrencyValue, Spent } from '../../worker/contract/value.ts'
import { intervalMeaning, type Meaning } from '../models/meaning.ts'
import {
  ordersMeaning,
  spentIntervalMeaning,
  spentMeaning,
  unweightedMeaning,
  valueMeaning,
  weightedIntervalMeaning,
  weightedMeaning,
} from '../models/value.ts'
import {
  fewAnswers,
  money,
  number,
  partNames,
  percent,
  rangeOfRows,
  rangeText,
  score as scoreText,
  tones,
} from '../models/wording.ts'
import { Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'
import { useWalk } from './use-walk.ts'
import { Whisker } from './whisker.tsx'

interface Props {
  of: CurrencyValue
  days: { from: string; to: string }
}

/** The orders of one currency: the score by value beside the plain one, and whose the revenue is. */
export function CurrencyPanel({ of, days }: Props) {
  const { currency, n, value } = of
  return (
    <div class="worth">
      <div>
        <h3 class="num">
          <Definition meaning={valueMeaning(of)} days={days}>
            {money(currency, value)}
          </Definition>{' '}
          <small class="soft">
            {currency === null && 'in no currency that was said, '}
            in{' '}
            <Definition meaning={ordersMeaning(of)} days={days}>
              {number(n)}
            </Definition>{' '}
            {n === 1 ? 'order' : 'orders'}
          </small>
        </h3>
        <Voices of={of} days={days} />
      </div>
      <Revenue of={of} days={days} />
    </div>
  )
}

/** Two scores of the same orders. */
function Voices({ of, days }: Props) {
  const scope = useScope()
  const { metric, scale } = scope
  const walk = useWalk()
  const range = rangeOfRows(metric, scale, [of, of.unweighted])
  const row = (name: string, scored: Scored, meaning: Meaning, sure: Meaning) => (
    <tr>
      <th scope="row">
        {name}
        {scored.caution && <small class="caution">{scored.caution}</small>}
      </th>
      <td class="r num">
        <Definition meaning={meaning} days={days}>
          {scored.score === null ? '–' : scoreText(metric, scored.score)}
        </Definition>
      </td>
      <td class="drawn">
        <Whisker
          {...{ metric, scale }}
          score={scored.score}
          interval={scored.interval}
          part={{ range, mark: null }}
          hollow={scored.n < fewAnswers}
        />
        {scored.interval && (
          <small class="soft num">
            <Definition meaning={sure} days={days}>
              {rangeText(metric, scale, scored.interval)}
            </Definition>
          </small>
        )}
      </td>
    </tr>
  )
  return (
    <table class="breakdown" {...walk}>
      <Columns of={[['A voice for'], ['Score', 'r'], ['95 % interval', 'drawn']]} />
      <tbody>
        {row('all that was spent', of, weightedMeaning(scope, of), weightedIntervalMeaning(scope, of))}
        {row('each order', of.unweighted, unweightedMeaning(scope, of), intervalMeaning(scope, of.unweighted))}
      </tbody>
    </table>
  )
}

/** Whose the revenue is; the last category is who it may be lost with. */
function Revenue({ of, days }: Props) {
  const walk = useWalk()
  const last = of.categories.at(-1)
  return (
    <div>
      {last && last.share !== null && (
        <p>
          <strong class="num">
            <Definition meaning={spentMeaning(last, of)} days={days}>
              {percent(last.share)}
            </Definition>
          </strong>{' '}
          of it comes from {partNames[last.category]}
          {last.interval && (
            <span class="soft num">
              {' (95 % interval '}
              <ShareInterval spent={last} days={days} />)
            </span>
          )}
        </p>
      )}
      <div class="revenue" aria-hidden="true">
        {of.categories.map(
          ({ category, value }, i) => value > 0 && <i key={category} class={tones[i]} style={{ flexGrow: value }} />,
        )}
      </div>
      <table class="breakdown" {...walk}>
        <Columns of={[['Revenue from'], ['Orders', 'r'], ['Value', 'r'], ['Share', 'r']]} />
        <tbody>
          {of.categories.map((spent, i) => (
            <SpentRow key={spent.category} {...{ spent, of, days }} tone={tones[i] ?? 'middle'} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SpentRow({ spent, of, days, tone }: Props & { spent: Spent; tone: string }) {
  const { category, n, value, share, interval } = spent
  const meant = (text: string) => (
    <Definition meaning={spentMeaning(spent, of)} days={days}>
      {text}
    </Definition>
  )
  return (
    <tr>
      <th scope="row">
        <i class={`dot ${tone}`} /> {partNames[category]}
      </th>
      <td class="r num">{meant(number(n))}</td>
      <td class="r num">{meant(money(of.currency, value))}</td>
      <td class="r num">
        {meant(share === null ? '–' : percent(share))}
        {interval && (
          <small class="soft">
            <ShareInterval spent={spent} days={days} />
          </small>
        )}
      </td>
    </tr>
  )
}

function ShareInterval({ spent, days }: { spent: Spent; days: Props['days'] }) {
  const [low, high] = spent.interval ?? [0, 1]
  return <Definition meaning={spentIntervalMeaning(spent)} days={days}>{`${percent(low)} to ${percent(high)}`}</Definition>
}
