import type { Category } from '../contract/category.ts'
import type { WidgetQuestion, WidgetWords } from '../contract/widget.ts'
import { type Answers, pathOf } from './branching.ts'
import { isEmail, isPhone } from './contact.ts'
import { piped } from './piping.ts'
import type { Traits } from './segments.ts'

/** What is asked together on this person's way: the metric with the text after it, every other question by itself. */
export function sheetsOf(
  questions: readonly WidgetQuestion[],
  answers: Answers,
  category: Category | null | undefined,
): WidgetQuestion[][] {
  const sheets: WidgetQuestion[][] = []
  let afterMetric = false
  for (const question of pathOf(questions, answers, category)) {
    if (afterMetric && question.type === 'text') sheets.at(-1)?.push(question)
    else sheets.push([question])
    afterMetric = question.type === 'metric'
  }
  return sheets
}

/** What stands in the way of going on with this answer, in the words of its language. */
export function faultOf(question: WidgetQuestion, answer: unknown, words: WidgetWords): string | undefined {
  // As text an empty list is empty too, and a score of 0 is not.
  const given = `${answer ?? ''}`.trim()
  if (!given) return question.optional || question.type === 'statement' ? undefined : words.missing
  if (question.type !== 'contact') return
  if (question.channel === 'email') return isEmail(given) ? undefined : words.badEmail
  return isPhone(given) ? undefined : words.badPhone
}

/** As much of an answer as a wording can carry. */
const mostLetters = 80

/** A wording with traits of this person and earlier answers in its places; a choice stands in its own words. */
export function filled(
  text: string,
  questions: readonly WidgetQuestion[],
  answers: Answers,
  traits: Partial<Record<string, Traits[string] | null>> | undefined,
): string {
  return piped(text, (source, name) => {
    if (source === 'trait') return `${traits?.[name] ?? ''}`
    const question = questions.find(({ id }) => id === name)
    const wordsOf = (answer: unknown) => {
      if (!question || !('choices' in question)) return answer
      if (answer === 'other') return answers[`${name}.other`] || question.other
      return question.choices.find(({ id }) => id === answer)?.text
    }
    const words = [answers[name] ?? []].flat().map(wordsOf).join(', ')
    return [...words].slice(0, mostLetters).join('')
  })
}
