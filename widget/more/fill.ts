import { piped } from '../../worker/domain/piping.ts'
import type { Run } from '../survey/run.ts'

/** As much of an answer as a wording can carry. */
const mostLetters = 80

/** A wording with traits of this person and earlier answers in its places; a choice stands in its own words. */
export function fill(text: string, run: Run): string {
  const { content, context } = run.opening
  return piped(text, (source, name) => {
    if (source === 'trait') return `${context.traits?.[name] ?? ''}`
    const question = content.questions.find(({ id }) => id === name)
    const wordsOf = (answer: unknown) => {
      if (!question || !('choices' in question)) return answer
      if (answer === 'other') return run.answers[`${name}.other`] || question.other
      return question.choices.find(({ id }) => id === answer)?.text
    }
    const words = [run.answers[name] ?? []].flat().map(wordsOf).join(', ')
    return [...words].slice(0, mostLetters).join('')
  })
}
