import { useRef } from 'preact/hooks'
import { place } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number } from '../models/wording.ts'
import { useScope } from './scope.ts'

/**
 * How many scores the screen is about, and of which days and filters. It is read out when those change, and not again with each
 * answer that comes in; paper, which lacks the controls that say it, has it as it stands.
 */
export function SaidPlace({ report: { total }, loading }: { report: Report; loading: boolean }) {
  const said = useRef({ of: '', text: '' })
  const of = place(useScope())
  const text = `${number(total.n)} ${total.n === 1 ? 'score' : 'scores'}, ${of}`
  if (!loading && said.current.of !== of) said.current = { of, text }
  return (
    <>
      <p class="hidden" role="status">
        {said.current.text}
      </p>
      <p class="hidden on-paper" aria-hidden="true">
        {text}
      </p>
    </>
  )
}
