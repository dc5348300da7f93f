import type { Report } from '../../worker/contract/report.ts'
import { fewAnswers, number, score as scoreText } from '../models/wording.ts'
import { Whisker } from './whisker.tsx'

interface Props {
  report: Report
  dimension: string
  choose: (value: string) => void
}

const names: Record<string, string> = { '(other)': 'All others' }

/** The score of each value of a dimension with its interval; a row filters the screen. */
export function Breakdown({ report, dimension, choose }: Props) {
  const rows = report.breakdown ?? []
  if (rows.length === 0) return <p class="soft">No answer in these days says its {dimension}.</p>
  return (
    <table class="breakdown">
      <thead>
        <tr>
          <th scope="col">{dimension}</th>
          <th scope="col" class="r">
            n
          </th>
          <th scope="col" class="r">
            Score
          </th>
          <th scope="col">95 % interval</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, n, score, interval }) => (
          <tr key={value} class={n < fewAnswers ? 'thin' : ''}>
            <th scope="row">
              <button type="button" class="link" disabled={value === '(other)'} onClick={() => choose(value)}>
                {label(dimension, value)}
              </button>
            </th>
            <td class="r num">{number(n)}</td>
            <td class="r num">{score === null ? '–' : scoreText(report.metric, score)}</td>
            <td>
              <Whisker metric={report.metric} scale={report.scale} score={score} interval={interval} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const countries = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** A value as people say it: "Germany" for DE, "German" for de. */
export function label(dimension: string, value: string): string {
  try {
    if (dimension === 'country' && /^[A-Z]{2}$/.test(value)) return countries.of(value) ?? value
    if (dimension === 'language' && /^[a-z]{2,3}$/.test(value)) return languages.of(value) ?? value
  } catch {
    return value
  }
  return names[value] ?? value
}
