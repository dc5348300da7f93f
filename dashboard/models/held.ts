import type { limits } from '../../worker/contract/limits.ts'
import type { HeldReason } from '../../worker/contract/quarantine.ts'
import { number } from './wording.ts'

/** Why an answer is held back, to stand after "Held back:". */
export const reasonWords: Record<HeldReason, string> = {
  repeat: 'the same visitor had answered that day',
  network: 'too many of its kind came from one network that day',
  surge: 'far more answers of its kind than usual came that day',
  text: 'the same words came from others',
  unverified: 'it came without a signed order of its own',
}

export const quarantinePath = (survey: string) => `/api/v1/surveys/${encodeURIComponent(survey)}/quarantine`

/** As far as the worker counts them. */
const countedTo: typeof limits.heldCounted = 10_000

/** "12 answers held back" */
export const heldWords = (count: number) =>
  `${number(count)}${count >= countedTo ? ' or more' : ''} ${count === 1 ? 'answer' : 'answers'} held back`
