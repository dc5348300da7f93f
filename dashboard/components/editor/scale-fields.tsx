import type { Question, ScaleStyle } from '../../../worker/contract/question.ts'
import { allowedPoints } from '../../../worker/domain/standard.ts'
import { useEditing } from './context.ts'
import { SelectField, TextField } from './inputs.tsx'

interface Props {
  question: Extract<Question, { type: 'metric' | 'rating' }>
  at: number
  change: (question: Question) => void
}

const styles: readonly (readonly [ScaleStyle, string])[] = [
  ['numbers', 'Numbers'],
  ['stars', 'Stars'],
  ['smileys', 'Smileys'],
]

/** How many points a scale has, how they look, and what its ends are called. */
export function ScaleFields({ question, at, change }: Props) {
  const { draft, edit, isPublished } = useEditing()
  const here = `/questions/${at}`
  const isMetric = question.type === 'metric'
  const points = isMetric ? draft.points : question.points
  const offered = isMetric ? allowedPoints[draft.metric] : [2, 3, 4, 5, 6, 7, 8, 9, 10]
  const fits = (style: ScaleStyle) =>
    style === 'numbers' || ((style === 'stars' || points === 3 || points === 5) && !(isMetric && draft.metric === 'nps'))
  const drawn = styles.filter(([style]) => fits(style) || style === question.style)
  function setPoints(next: number) {
    const { style, ...rest } = question
    // Faces are for 3 or 5 points.
    const kept = style && (style !== 'smileys' || next === 3 || next === 5) ? { ...rest, style } : rest
    if (kept.type === 'rating') change({ ...kept, points: next })
    else edit({ points: next, questions: draft.questions.map((one, i) => (i === at ? (kept as Question) : one)) })
  }
  return (
    <div class="pair">
      {offered.length > 1 && (
        <SelectField
          label="Points"
          at={isMetric ? '/points' : `${here}/points`}
          value={`${points}`}
          disabled={isMetric && isPublished}
          of={offered.map((n) => [`${n}`, `1 to ${n}`] as const)}
          change={(n) => setPoints(Number(n))}
          hint={isMetric && isPublished ? 'Fixed once published, so that scores stay comparable.' : undefined}
        />
      )}
      {drawn.length > 1 && (
        <SelectField
          label="Drawn as"
          at={`${here}/style`}
          value={question.style ?? 'numbers'}
          of={drawn}
          change={(style) => change({ ...question, style })}
        />
      )}
      <TextField
        label="Low end"
        at={`${here}/low`}
        value={question.low}
        max={60}
        change={(low) => change({ ...question, low })}
      />
      <TextField
        label="High end"
        at={`${here}/high`}
        value={question.high}
        max={60}
        change={(high) => change({ ...question, high })}
      />
    </div>
  )
}
