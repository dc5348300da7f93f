import { journeyOf, type Link, stepNameOf, type Tile, weakestLink } from '../models/journey.ts'
import { countMeaning, scopeOf, totalMeaning } from '../models/meaning.ts'
import { journeyOr } from '../models/places.ts'
import { site } from '../models/session.ts'
import { fewAnswers, listed, metricNames, number, score as scoreText } from '../models/wording.ts'
import { ChangeFigure } from './change-figure.tsx'
import { type Column, Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { IntervalFigure } from './interval-figure.tsx'
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
  const places = journeyOr(site.value?.journey)
  const journey = journeyOf(tiles, places)
  if (journey.length < 2) return null
  const link = weakestLink(journey)
  const nameOf = (tile: Tile) => stepNameOf(tile, journey, places)
  return (
    <section class="journey" aria-labelledby="journey">
      <h2 id="journey">The journey</h2>
      <p class="small soft">{words(link, nameOf)}</p>
      <table class="breakdown" {...walk}>
        <Columns of={columns} />
        <tbody>
          {journey.map((tile) => (
            <Step
              key={tile.survey.id}
              tile={tile}
              name={nameOf(tile)}
              query={query}
              weakest={link.kind === 'weakest' && link.tile === tile}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Step({ tile: { survey, report }, name, query, weakest }: { tile: Tile; name: string; query: string; weakest: boolean }) {
  const { metric, scale, total, previous } = report
  const scope = scopeOf(report)
  return (
    <ScopeContext.Provider value={scope}>
      <tr class={weakest ? 'weakest' : total.n < fewAnswers ? 'thin' : ''}>
        <th scope="row">
          <a class="touchpoint" href={`/surveys/${survey.id}${query}`}>
            <bdi>{name}</bdi>
          </a>
          <small class="soft">{weakest ? 'weakest link' : metricNames[metric]}</small>
        </th>
        <td class="r num">
          <Definition meaning={totalMeaning(scope, total)}>
            {total.score === null ? '–' : scoreText(metric, total.score)}
          </Definition>
          {total.interval && (
            <small class="soft">
              <IntervalFigure of={total} />
            </small>
          )}
          <small class="soft phone">
            n <Definition meaning={countMeaning(total.n)}>{number(total.n)}</Definition>
          </small>
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

function words(link: Link, nameOf: (tile: Tile) => string): string {
  if (link.kind === 'few') return `Too few answers to compare touchpoints: two need ${fewAnswers} or more.`
  const named = (tile: Tile) => `“${nameOf(tile)}”`
  const caveat = link.mixed ? ' They ask different questions: each stands on its own scale, from worst to best.' : ''
  if (link.kind === 'weakest')
    return `The weakest link is ${named(link.tile)}: its interval ends beneath where every other one begins.${caveat}`
  return `No weakest link can be told: ${named(link.tile)} stands lowest, but its interval and that of ${listed(link.rivals.map(named))} overlap.${caveat}`
}
