import type { ComponentChildren } from 'preact'
import type { Interval, PooledReport, Scored } from '../../worker/contract/report.ts'
import { languageWords, sourceWords } from '../models/pool.ts'
import { fewAnswers, rangeOfRows } from '../models/wording.ts'
import { Columns } from './columns.tsx'
import { CountedWords } from './counted-words.tsx'
import { IntervalFigure } from './interval-figure.tsx'
import { ScopeContext, useScope } from './scope.ts'
import { ScoreCells } from './score-cells.tsx'
import { useWalk } from './use-walk.ts'
import { Whisker } from './whisker.tsx'

interface Props {
  report: PooledReport
  names: ReadonlyMap<string, string>
  /** The days and filters, for a part's own page. */
  query: string
}

/** What the one score is made of: each survey's own, who was asked and who came with a file, and the languages. */
export function PoolParts({ report, names, query }: Props) {
  const walk = useWalk()
  const { metric, scale, pooled, total } = report
  const crowds = pooled.imported.n > 0 ? [pooled.asked, pooled.imported] : []
  const range = rangeOfRows(metric, scale, [...pooled.surveys, ...crowds, total])
  const row = { report, range }
  return (
    <section class="block pool-parts" aria-labelledby="parts">
      <h2 id="parts">What is in it</h2>
      <p class="soft num">
        Every answer weighs the same, so the survey with the most answers counts most.{' '}
        <CountedWords text={sourceWords(report)} formula="n = responses with a score that came so." />{' '}
        <CountedWords text={languageWords(report)} formula="n = responses with a score in the language." />
      </p>
      <table class="breakdown" {...walk}>
        <Columns of={[['Survey'], ['n', 'r'], ['Score', 'r'], ['95 % interval', 'drawn']]} />
        <tbody>
          {pooled.surveys.map((part) => (
            <Alone key={part.survey} name={names.get(part.survey) ?? part.survey}>
              <Row {...row} of={part}>
                <a href={`/surveys/${part.survey}${query}`}>
                  <bdi>{names.get(part.survey) ?? part.survey}</bdi>
                </a>
              </Row>
            </Alone>
          ))}
          {crowds.length > 0 && (
            <>
              <Row {...row} of={pooled.asked}>
                Asked by the shop
              </Row>
              <Row {...row} of={pooled.imported}>
                Imported
              </Row>
            </>
          )}
          <Row {...row} of={total}>
            <b>Together</b>
          </Row>
        </tbody>
      </table>
    </section>
  )
}

/** Of one survey's answers: its numbers say so when asked how they came about. */
function Alone({ name, children }: { name: string; children: ComponentChildren }) {
  const scope = useScope()
  return <ScopeContext.Provider value={{ ...scope, together: [name] }}>{children}</ScopeContext.Provider>
}

interface RowProps {
  report: PooledReport
  range: Interval
  of: Scored
  children: ComponentChildren
}

function Row({ report: { metric, scale, total }, range, of, children }: RowProps) {
  const { n, score, interval, caution } = of
  return (
    <tr class={n < fewAnswers ? 'thin' : ''}>
      <th scope="row">
        {children}
        {caution && <small class="caution">{caution}</small>}
      </th>
      <ScoreCells of={of} />
      <td class="drawn">
        <Whisker {...{ metric, scale, score, interval }} part={{ range, mark: total.score }} hollow={n > 0 && n < fewAnswers} />
        {interval && (
          <small class="soft num">
            <IntervalFigure of={of} />
          </small>
        )}
      </td>
    </tr>
  )
}
