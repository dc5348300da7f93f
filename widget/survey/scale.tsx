import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import type { Run } from './run.ts'

interface Props {
  question: Extract<WidgetQuestion, { type: 'metric' }>
  run: Run
}

/** How long a typed 1 waits for a 0 on a scale that has a 10. */
const tenMs = 700
let one: ReturnType<typeof setTimeout> | undefined

/**
 * The points of a metric. Native radios, so that Tab enters once and readers count them, but arrows only move:
 * browsers choose while moving, and a score is sent as it is chosen.
 */
export function Scale({ question, run }: Props) {
  const { from, to, low, high } = question
  const { words, dir } = run.opening.content
  const scores = Array.from({ length: to - from + 1 }, (_, i) => from + i)

  const name = (score: number) => {
    const end = score === from ? low : score === to ? high : ''
    return words.outOf.replace('{n}', `${score}`).replace('{max}', `${to}`) + (end && `, ${end}`)
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    const { key, currentTarget, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const cells = [...currentTarget.querySelectorAll('input')]
    const at = cells.indexOf(target as HTMLInputElement)
    const focus = (index: number) => cells.at(index % cells.length)?.focus()
    const choose = (score: number) => cells[score - from]?.click()
    const waited = one
    clearTimeout(one)
    one = undefined

    const digit = /^\d$/.test(key) ? Number(key) : -1
    const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (key === forward || key === 'ArrowDown') focus(at + 1)
    else if (key.startsWith('Arrow')) focus(at - 1)
    else if (key === 'Home') focus(0)
    else if (key === 'End') focus(-1)
    else if (key === 'Enter') choose(from + at)
    else if (digit >= 0) {
      const score = waited && !digit ? 10 : digit
      if (score < from || score > to) return
      focus(score - from)
      if (score === 1 && to >= 10) one = setTimeout(choose, tenMs, 1)
      else choose(score)
    } else return
    event.preventDefault()
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a fieldset can be disabled, and readers know a radiogroup */}
      <fieldset role="radiogroup" aria-labelledby="title" class="scale" disabled={run.locked} onKeyDown={onKeyDown}>
        {scores.map((score) => (
          <label>
            <input
              type="radio"
              name="score"
              aria-label={name(score)}
              checked={score === run.score}
              onChange={() => run.give('score', score)}
            />
            <span>{score}</span>
          </label>
        ))}
      </fieldset>
      <div class="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </>
  )
}
