import { CreateSurvey } from '../../worker/contract/survey.ts'
import { definitionFaults, draftOf } from '../../worker/domain/definition.ts'
import english from '../../worker/locales/en.ts'

export const choices = (...ids: string[]) => ({
  id: 'missing',
  type: 'choices',
  text: 'What was missing?',
  choices: ids.map((id) => ({ id, text: id })),
})
export const metric = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
export const rating = { id: 'fit', type: 'rating', text: 'Fit?', points: 5, low: '', high: '' }
export const text = (id: string) => ({ id, type: 'text' as const, text: id, required: false })
export const contact = (id: string, channel: string) => ({
  id,
  type: 'contact',
  text: 'Reach you?',
  channel,
  purpose: 'To call back',
})
export const statement = { id: 'note', type: 'statement', text: 'Note' }
export const why = text('why')
export const thanks = { title: 'Thanks', text: '' }
export const link = (url: string) => ({ text: 'Look', url })

export const draft = (request: CreateSurvey) => draftOf(request, 'Shop', english.standard)

/** Pointers to what is wrong with a new survey; `schema` where its fields alone already are. */
export function faultsOf(survey: object): string[] {
  const parsed = CreateSurvey.safeParse({ name: 'S', metric: 'nps', ...survey })
  return parsed.success ? definitionFaults(draft(parsed.data)).map(({ pointer }) => pointer) : ['schema']
}
export const asking = (...questions: object[]) => faultsOf({ questions: [metric, ...questions] })
