import { journeyOf, type Link, type Tile, weakestLink } from '../models/journey.ts'
import { countMeaning, scopeOf, totalMeaning } from '../models/meaning.ts'
import { fewAnswers, metricNames, number, rangeText, score as scoreText } from '../models/wording.ts'
import { ChangeFigure } from './change-figure.tsx'
import { type Column, Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { ScopeContext } from './scope.ts'
import { Sparkline } from './sparkline.tsx'
import { useWalk } from './use-walk.ts'
import { Whisker } from './whisker.tsx'

const columns: readonly Column[] = [
  ['Touchpoint'],
  ['Score', 'r'],
  ['From worst to best, 95 % interval', 'drawn'],
  ['n', 'r'],
  ['Trend', 'drawn course'],
  ['Change', 'r'],
]

/** The touchpoints in the order customers meet them, and the weakest link as far as the intervals tell. */
export function Journey({ tiles, query }: { tiles: readonly Tile[]; query: string }) {
  const walk = useWalk()
  const journey = journeyOf(tiles)
  if (journey.length < 2) return null
  const link = weakestLink(journey)
  return (
    <section class="journey" aria-labelledby="journey">
      <h2 id="journey">The journey</h2>
      <p class="small soft">{words(link)}</p>
      <table class="breakdown" {...walk}>
        <Columns of={columns} />
        <tbody>
          {journey.map((tile) => (
            <Step key={tile.survey.id} tile={tile} query={query} weakest={link.kind === 'weakest' && link.tile === tile} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Step({ tile: { survey, report }, query, weakest }: { tile: Tile; query: string; weakest: boolean }) {
  const { metric, scale, total, previous } = report
  const scope = scopeOf(report)
  return (
    <ScopeContext.Provider value={scope}>
      <tr class={weakest ? 'weakest' : total.n < fewAnswers ? 'thin' : ''}>
        <th scope="row">
          <a class="touchpoint" href={`/surveys/${survey.id}${query}`}>
            {survey.touchpoint.replaceAll(/[-_]/g, ' ')}
          </a>
          <small class="soft">{weakest ? 'weakest link' : metricNames[metric]}</small>
        </th>
        <td class="r num">
          <Definition meaning={totalMeaning(scope, total)}>
            {total.score === null ? '–' : scoreText(metric, total.score)}
          </Definition>
          {total.interval && <small class="soft">{rangeText(metric, scale, total.interval)}</small>}
          <small class="soft phone">n {number(total.n)}</small>
        </td>
        <td class="drawn">
          <Whisker metric={metric} scale={scale} score={total.score} interval={total.interval} />
        </td>
        <td class="r num">
          <Definition meaning={countMeaning(total.n)}>{number(total.n)}</Definition>
        </td>
        <td class="drawn course">
          <Sparkline report={report} />
        </td>
        <td class="r num">{previous && <ChangeFigure report={report} row={{ ...previous, score: total.score, value: '' }} />}</td>
      </tr>
    </ScopeContext.Provider>
  )
}

function words(link: Link): string {
  if (link.kind === 'few') return `Too few answers to compare touchpoints: two need ${fewAnswers} or more.`
  const { touchpoint } = link.tile.survey
  const name = touchpoint.replaceAll(/[-_]/g, ' ')
  const caveat = link.mixed ? ' They ask different questions: each stands on its own scale, from worst to best.' : ''
  if (link.kind === 'weakest')
    return `The weakest link is “${name}”: its interval ends beneath where every other one begins.${caveat}`
  const rivals = link.rivals.map(({ survey }) => `“${survey.touchpoint.replaceAll(/[-_]/g, ' ')}”`).join(' and ')
  return `No weakest link can be told: “${name}” stands lowest, but its interval and that of ${rivals} overlap.${caveat}`
}
