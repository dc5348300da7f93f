import type { ComponentChildren } from 'preact'
import type { Scored } from '../../worker/contract/report.ts'
import { countMeaning, scoreMeaning } from '../models/meaning.ts'
import { number, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'

interface Props {
  of: Scored
  /** Of the numbers, where they aren't the screen's. */
  days?: { from: string; to: string }
  /** Of what is only compared with. */
  soft?: boolean
  /** What stands beneath the score. */
  children?: ComponentChildren
}

/** The two cells of a row that say how many scores there are, and what they come to. */
export function ScoreCells({ of, days, soft = false, children }: Props) {
  const scope = useScope()
  const cell = soft ? 'r num soft' : 'r num'
  return (
    <>
      <td class={cell}>
        <Definition meaning={countMeaning(of.n)} days={days}>
          {number(of.n)}
        </Definition>
      </td>
      <td class={cell}>
        <Definition meaning={scoreMeaning(scope, of)} days={days}>
          {of.score === null ? '–' : scoreText(scope.metric, of.score)}
        </Definition>
        {children}
      </td>
    </>
  )
}
