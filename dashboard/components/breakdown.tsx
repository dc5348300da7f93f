import type { BreakdownRow, Interval } from '../../worker/contract/report.ts'
import type { Sort } from '../models/filters.ts'
import { countMeaning, scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { others, segmentName } from '../models/segments.ts'
import { sorted } from '../models/sorted.ts'
import { fewAnswers, number, rangeOfRows, score as scoreText } from '../models/wording.ts'
import { ChangeFigure } from './change-figure.tsx'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'
import { useWalk } from './use-walk.ts'
import { Whisker } from './whisker.tsx'

interface Props {
  report: Report
  dimension: string
  sort: Sort
  setSort: (sort: Sort) => void
  choose: (value: string) => void
}

/** The score of each value of a dimension with its interval and what changed; a row filters the screen. */
export function Breakdown({ report, dimension, sort, setSort, choose }: Props) {
  const walk = useWalk()
  const rows = report.breakdown ?? []
  if (rows.length === 0) return <p class="soft">No answer in these days says its {dimension}.</p>
  const compared = report.previous !== undefined
  const range = rangeOfRows(report.metric, report.scale, [...rows, report.total])
  return (
    <table class="breakdown" {...walk}>
      <thead>
        <tr>
          <th scope="col">{dimension}</th>
          <th scope="col" class="r" aria-sort={sort === 'n' ? 'descending' : undefined}>
            <SortButton active={sort === 'n'} arrow="↓" press={() => setSort('n')}>
              n
            </SortButton>
          </th>
          <th scope="col" class="r">
            Score
          </th>
          <th scope="col" class="drawn">
            95 % interval
          </th>
          {compared && (
            <th scope="col" class="r" aria-sort={sort === 'n' ? undefined : sort === 'fall' ? 'ascending' : 'descending'}>
              <SortButton
                active={sort !== 'n'}
                arrow={sort === 'rise' ? '↓' : '↑'}
                press={() => setSort(sort === 'fall' ? 'rise' : 'fall')}
              >
                Change
              </SortButton>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sorted(rows, sort).map((row) => (
          <Row key={`${dimension} ${row.value}`} {...{ report, dimension, row, compared, range, choose }} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Pick<Props, 'report' | 'dimension' | 'choose'> & { row: BreakdownRow; compared: boolean; range: Interval }

function Row({ report, dimension, row, compared, range, choose }: RowProps) {
  const { value, n, score, interval, caution } = row
  const { metric, scale } = report
  const scope = useScope()
  return (
    <tr class={n < fewAnswers ? 'thin' : ''}>
      <th scope="row">
        {value === others ? (
          segmentName(dimension, value)
        ) : (
          <button type="button" class="link" onClick={() => choose(value)}>
            {segmentName(dimension, value)}
          </button>
        )}
        {caution && <small class="caution">{caution}</small>}
      </th>
      <td class="r num">
        <Definition meaning={countMeaning(n)}>{number(n)}</Definition>
      </td>
      <td class="r num">
        <Definition meaning={scoreMeaning(scope, row)}>{score === null ? '–' : scoreText(metric, score)}</Definition>
      </td>
      <td class="drawn">
        <Whisker metric={metric} scale={scale} score={score} interval={interval} part={{ range, mark: report.total.score }} />
      </td>
      {compared && (
        <td class="r num">
          <ChangeFigure report={report} row={row} />
        </td>
      )}
    </tr>
  )
}

interface SortButtonProps {
  active: boolean
  arrow: string
  press: () => void
  children: string
}

function SortButton({ active, arrow, press, children }: SortButtonProps) {
  return (
    <button type="button" class={active ? 'sort active' : 'sort'} onClick={press}>
      {children}
      <span aria-hidden="true">{arrow}</span>
    </button>
  )
}
