import type { ScaleQuestion } from '../../worker/contract/widget.ts'
import { parts } from './parts.ts'
import type { Run } from './run.ts'

interface Props {
  question: ScaleQuestion
  labelledBy: string
  describedBy?: string | undefined
  run: Run
}

/** How long a typed 1 waits for a 0 on a scale that has a 10. */
const tenMs = 700
let one: ReturnType<typeof setTimeout> | undefined

/**
 * The points of a scale. Native radios, so that Tab enters once and readers count them, but arrows only move:
 * browsers choose while moving, and a score is sent as it is chosen.
 */
export function Scale({ question, labelledBy, describedBy, run }: Props) {
  const { id, from, to, low, high, style } = question
  const points = Array.from({ length: to - from + 1 }, (_, i) => from + i)

  const name = (point: number) => {
    const end = point === from ? low : point === to ? high : ''
    const { outOf } = run.opening.content.words
    return outOf.replace('{n}', `${point}`).replace('{max}', `${to}`) + (end && `, ${end}`)
  }

  return (
    <>
      <fieldset aria-labelledby={labelledBy} aria-describedby={describedBy} class={`scale ${style}`} disabled={run.locked}>
        {points.map((point) => (
          <label>
            <input type="radio" name={id} checked={point === run.answers[id]} onChange={() => run.give(id, point)} />
            <span aria-hidden="true">{parts.point?.(question, point) ?? point}</span>
            <i class="said">{name(point)}</i>
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

/** Keys of a scale: arrows, Home and End move on it, Enter chooses; a digit answers there and from the sheet itself. */
export function onScaleKey(event: KeyboardEvent, { from, to }: ScaleQuestion, root: ParentNode, rtl: boolean) {
  const { key } = event
  const target = event.target as HTMLInputElement
  const cells = [...root.querySelectorAll<HTMLInputElement>('.scale input')]
  const at = cells.indexOf(target)
  // In a field a digit is text, and on a button nothing.
  if (event.ctrlKey || event.metaKey || event.altKey || (at < 0 && 'value' in target)) return
  const choose = (point: number) => cells[point - from]?.click()
  const digit = '0123456789'.indexOf(key)
  const waited = one
  clearTimeout(one)
  one = undefined

  if (digit >= 0) {
    const point = waited && !digit ? 10 : digit
    cells[point - from]?.focus()
    if (point === 1 && to >= 10) one = setTimeout(choose, tenMs, 1)
    else choose(point)
  } else if (at < 0) return
  else if (key === 'Enter') choose(from + at)
  else {
    const next = at + 1
    const last = at - 1
    const moves: Record<string, number> = { ArrowDown: next, ArrowUp: last, Home: 0, End: -1 }
    moves[rtl ? 'ArrowLeft' : 'ArrowRight'] = next
    moves[rtl ? 'ArrowRight' : 'ArrowLeft'] = last
    const move = moves[key]
    if (move === undefined) return
    cells.at(move % cells.length)?.focus()
  }
  event.preventDefault()
}
