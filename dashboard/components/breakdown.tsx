import type { BreakdownRow, Interval } from '../../worker/contract/report.ts'
import { byTag, type Sort } from '../models/filters.ts'
import type { Report } from '../models/report.ts'
import { others, segmentName } from '../models/segments.ts'
import { sorted } from '../models/sorted.ts'
import { fewAnswers, number, rangeOfRows } from '../models/wording.ts'
import { ChangeFigure } from './change-figure.tsx'
import { type Column, Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { ScoreCells } from './score-cells.tsx'
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
  if (rows.length === 0)
    return (
      <p class="soft">
        {dimension === byTag ? 'No scored comment in these days has a tag.' : `No answer in these days says its ${dimension}.`}
      </p>
    )
  const compared = report.previous !== undefined
  const range = rangeOfRows(report.metric, report.scale, [...rows, report.total])
  const byChange: Column = [
    'Change',
    'r',
    {
      now: sort === 'n' ? undefined : sort === 'fall' ? 'ascending' : 'descending',
      first: 'ascending',
      press: () => setSort(sort === 'fall' ? 'rise' : 'fall'),
    },
  ]
  const columns: Column[] = [
    [dimension],
    ['n', 'r', { now: sort === 'n' ? 'descending' : undefined, first: 'descending', press: () => setSort('n') }],
    ['Score', 'r'],
    ['95 % interval', 'drawn'],
    ...(compared ? [byChange] : []),
  ]
  return (
    <table class="breakdown" {...walk}>
      <Columns of={columns} />
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
  return (
    <tr class={n < fewAnswers ? 'thin' : ''}>
      <th scope="row">
        {value === others ? (
          segmentName(dimension, value)
        ) : (
          <button type="button" class="link" onClick={() => choose(value)}>
            <bdi>{segmentName(dimension, value)}</bdi>
          </button>
        )}
        {row.mentions !== undefined && (
          <small class="soft num">
            <Definition meaning={mentionsMeaning(row.mentions, n)}>{mentionsInWords(row.mentions)}</Definition>
          </small>
        )}
        {caution && <small class="caution">{caution}</small>}
      </th>
      <ScoreCells of={row} />
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

/** A tag's comments, scored or not. */
const mentionsInWords = (n: number) => (n === 1 ? '1 comment' : `${number(n)} comments`)

const mentionsMeaning = (mentions: number, n: number) => ({
  formula: 'Comments = responses with the tag, scored or not.',
  numbers: `${number(mentions)}, of which ${number(n)} have a score.`,
})
