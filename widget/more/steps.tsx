import type { Run } from '../survey/run.ts'

interface Props {
  run: Run
}

/** Where in the survey one is, once there is more than one sheet. */
export function Above({ run }: Props) {
  const max = run.sheets.length
  if (max < 2) return null
  const n = run.at + 1
  const { step = '' } = run.opening.content.words
  return (
    <p class="step" style={{ '--done': `${(n / max) * 120}px` }}>
      {step.replace('{n}', `${n}`).replace('{max}', `${max}`)}
    </p>
  )
}

export function Back({ run }: Props) {
  if (!run.at) return null
  return (
    <button type="button" class="back" disabled={run.locked} onClick={() => run.go(-1)}>
      {run.opening.content.words.back}
    </button>
  )
}
