import type { WidgetQuestion } from '../contract/widget.ts'
import type { Answers } from './branching.ts'
import { otherTextId } from './other.ts'

/** A form as a page without a script sends it: each field by its name, as often as it was sent. */
export type Form = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>

/** One step's answers as `POST /v1/responses` takes them; null takes an earlier one back. */
export type Given = Record<string, number | string | string[] | null>

/**
 * The answers that a form gives to the questions it asked. A field left empty says nothing where nothing was said before, and takes
 * back what was.
 */
export function givenBy(form: Form, questions: readonly WidgetQuestion[], before: Answers): Given {
  const given: Given = {}
  for (const question of questions) {
    const { id } = question
    const answer = answerIn(form, question)
    if (answer !== undefined) given[id] = answer
    else if (id in before && question.type !== 'metric' && question.type !== 'contact') given[id] = emptyOf(question)
    if ('other' in question && question.other && [given[id]].flat().includes('other'))
      given[otherTextId(id)] = form.get(otherTextId(id)) ?? ''
  }
  return given
}

function answerIn(form: Form, question: WidgetQuestion): Given[string] | undefined {
  const { id, type } = question
  const text = form.get(id) ?? ''
  switch (type) {
    case 'metric':
    case 'rating':
      return text === '' ? undefined : /^\d{1,2}$/.test(text) ? Number(text) : text
    case 'choice':
      return text || (isElsewhere(form, id) ? 'other' : undefined)
    case 'choices': {
      const chosen = form.getAll(id)
      if (isElsewhere(form, id) && !chosen.includes('other')) chosen.push('other')
      return chosen.length > 0 ? chosen : undefined
    }
    case 'text':
    case 'contact':
      return text.trim() === '' ? undefined : text
    case 'consent':
      return text || undefined
    case 'statement':
      return
  }
}

/** Who says what "other" is has chosen it, whether or not they ticked it. */
const isElsewhere = (form: Form, id: string) => (form.get(otherTextId(id)) ?? '').trim() !== '' && !form.has(id)

function emptyOf({ type }: WidgetQuestion): Given[string] {
  return type === 'choices' ? [] : type === 'text' ? '' : null
}
