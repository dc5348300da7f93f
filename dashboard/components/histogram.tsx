import { shareMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number, partsOf, toneOf } from '../models/wording.ts'
import { Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { Twin } from './twin.tsx'
import { useDefinition } from './use-definition.tsx'
import { useWalk } from './use-walk.ts'

interface Props {
  report: Report
  chosen: number | null
  choose: ((score: number | null) => void) | undefined
}

/** How often each score was given; a bar filters the feed. */
export function Histogram({ report, chosen, choose }: Props) {
  const { counts } = report.total
  const most = Math.max(1, ...Object.values(counts))
  return (
    <>
      <ol class={chosen === null ? 'bars' : 'bars narrowed'}>
        {Object.entries(counts).map(([value, count]) => (
          <Bar key={value} {...{ report, most, count, chosen, choose }} score={Number(value)} />
        ))}
      </ol>
      <Twin>{() => <Table report={report} />}</Twin>
    </>
  )
}

const answers = (count: number) => `${number(count)} ${count === 1 ? 'answer' : 'answers'}`

function Bar({ report, most, count, score, chosen, choose }: Props & { most: number; count: number; score: number }) {
  const { n } = report.total
  const { host, control, show, tip } = useDefinition(
    shareMeaning(`Share of score ${score}`, [`scores of ${score}`, count], ['all scores', n]),
  )
  return (
    <li {...host}>
      <button
        type="button"
        aria-pressed={choose && chosen === score}
        {...control}
        onClick={choose ? () => choose(chosen === score ? null : score) : show}
      >
        <span class="hidden">{`Score ${score}: ${answers(count)}${n === 0 ? '' : `, ${number((100 * count) / n)} %`}`}</span>
        <span class="count num" aria-hidden="true">
          {count > 0 ? number(count) : ''}
        </span>
        <i
          class={toneOf(report.metric, report.scale, score)}
          style={{ height: count === 0 ? 0 : `${Math.max(2, (100 * count) / most)}px` }}
        />
        <span class="value num" aria-hidden="true">
          {score}
        </span>
      </button>
      {tip}
    </li>
  )
}

function Table({ report }: { report: Report }) {
  const walk = useWalk()
  const { metric, scale, total } = report
  const rows = [
    ...Object.entries(total.counts).map(([value, count]) => [`Score ${value}`, count] as const),
    ...partsOf(metric, scale, total).map(({ name, n }) => [name, n] as const),
  ]
  return (
    <table class="plain" {...walk}>
      <Columns of={[['Answer'], ['n', 'r'], ['Share', 'r']]} />
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="r num">
              <Definition meaning={{ formula: `n = ${name}.`, numbers: `${number(count)} of ${number(total.n)} scores.` }}>
                {number(count)}
              </Definition>
            </td>
            <td class="r num">
              <Definition meaning={shareMeaning(`Share of ${name}`, [name, count], ['all scores', total.n])}>
                {total.n === 0 ? '–' : `${number((100 * count) / total.n, 1)} %`}
              </Definition>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
