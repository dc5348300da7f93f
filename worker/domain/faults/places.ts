import type { Definition } from '../../contract/survey.ts'
import { placesOf } from '../piping.ts'
import { textsOf } from '../texts.ts'
import type { Fault } from './fault.ts'

/** Where the widget fills places: questions, what a statement says, and the thank-you. */
const fillable = /^(questions\.[^.]+\.(text|textBy\.\w+|body)|thanks\.(by\.\w+\.)?(title|text))$/

/** Places of wordings are well formed, stand where they are filled, and ask for what has been answered by then. */
export function placeFaults(definition: Definition): Fault[] {
  return Object.entries(textsOf(definition)).flatMap(([key, text]) => {
    const detail = placeFault(key, text, definition)
    return detail ? [{ pointer: pointerTo(key, definition), detail }] : []
  })
}

function placeFault(key: string, text: string, { questions }: Definition): string | undefined {
  const places = placesOf(text)
  if (!places) return 'a place is written {{trait.NAME|otherwise}} or {{answer.ID|otherwise}}'
  if (places.length > 0 && !fillable.test(key)) return 'no places are filled here'
  const at = questions.findIndex(({ id }) => key.startsWith(`questions.${id}.`))
  const asked = (at < 0 ? questions : questions.slice(0, at)).filter(({ type }) => type !== 'contact' && type !== 'statement')
  const strange = places.find((place) => place.startsWith('answer.') && !asked.some(({ id }) => place === `answer.${id}`))
  return strange && `{{${strange}|…}} asks for no answer given before; an address to reach somebody never is one`
}

/** A key of texts as a pointer into the definition, whose questions and choices are lists. */
function pointerTo(key: string, { questions }: Definition): string {
  const [, id, field, choice] = key.split('.')
  if (!key.startsWith('questions.')) return `/${key.replaceAll('.', '/')}`
  const at = questions.findIndex((question) => question.id === id)
  const question = questions[at]
  if (field !== 'choices' || !question || !('choices' in question))
    return `/questions/${at}/${[field, choice].filter(Boolean).join('/')}`
  return `/questions/${at}/choices/${question.choices.findIndex((one) => one.id === choice)}/text`
}
