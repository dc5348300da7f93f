import { type Meaning, shareMeaning } from './meaning.ts'
import type { Report } from './report.ts'
import { number } from './wording.ts'

/** A number with its name, and what it means. */
export interface Fact {
  name: string
  /** Null where there is nothing to divide by. */
  value: string | null
  meaning: Meaning
}

const share = (part: number, whole: number) => (whole === 0 ? null : `${number((100 * part) / whole, 1)} %`)

/** A count of the widget's, as it stands. */
function counted(name: string, n: number, formula: string): Fact {
  return { name, value: number(n), meaning: { formula, numbers: `${number(n)}.` } }
}

function part(name: string, of: [string, number], whole: [string, number]): Fact {
  return { name, value: share(of[1], whole[1]), meaning: shareMeaning(name[0]?.toUpperCase() + name.slice(1), of, whole) }
}

/** What became of the widget's displays; numbers of other sources are never among them. The filters hold above and below the line. */
export function asked({ displays }: Report): { shown: Fact; answered: Fact; rate: Fact; more: Fact[] } {
  const { shown, started, completed, dismissed, responses } = displays
  const displayed: [string, number] = ['widget displays', shown]
  return {
    shown: counted('shown', shown, 'Shown = widget displays of the survey.'),
    answered: counted('answered there', responses, 'Answered there = responses the widget sent, whole or in part.'),
    rate: part('response rate', ['widget responses', responses], displayed),
    more: [
      part('started', ['displays on which somebody began', started], displayed),
      part('completion', ['responses answered to the end', completed], ['widget responses', responses]),
      part('dismissed', ['displays closed unanswered', dismissed], displayed),
    ],
  }
}
