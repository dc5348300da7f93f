import { limits } from '../../contract/limits.ts'
import type { StepAnswers } from '../answers.ts'
import { codePoints, firstCodePoints } from '../text.ts'
import { marks, redact } from './redact.ts'

/** What is stored of a step's texts where the site wants no personal data in them. */
export function redactAnswers(answers: StepAnswers): { answers: StepAnswers; found: number } {
  let found = 0
  const clean = <T extends string | null | undefined>(text: T) => {
    if (typeof text !== 'string') return text
    const redacted = redact(text)
    found += redacted.found
    return fitted(redacted.text)
  }
  const comment = clean(answers.comment)
  const texts = Object.fromEntries(Object.entries(answers.texts).map(([id, text]) => [id, clean(text)]))
  return { answers: { ...answers, comment, texts }, found }
}

/** As much as is stored of a text: a mark may be longer than what it stands for. No mark is cut in two. */
function fitted(text: string): string {
  if (codePoints(text) <= limits.comment) return text
  const cut = firstCodePoints(text, limits.comment)
  const mark = cut.lastIndexOf('[')
  const isSplit = mark >= 0 && Object.values(marks).some((one) => text.startsWith(one, mark) && cut.length - mark < one.length)
  return isSplit ? cut.slice(0, mark) : cut
}
