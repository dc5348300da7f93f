import type { SiteView } from '../../../worker/contract/site.ts'
import type { Definition } from '../../../worker/contract/survey.ts'
import type { Fault } from '../../../worker/domain/faults/fault.ts'
import { today } from '../days.ts'
import type { Draft } from './draft.ts'
import { type Ground, targetingWarnings } from './when/warnings.ts'

/** A shopper decides in a moment whether to answer. */
const longText = 120
const manyQuestions = 6

/** What of the site decides whether a setting is wise. */
export function groundOf(site: Pick<SiteView, 'excludedPages' | 'timeZone'> | undefined): Ground {
  return { excludedPages: site?.excludedPages ?? [], today: today(site?.timeZone ?? 'UTC') }
}

/** What isn't wrong but deserves a second thought, beside what the server says of that. */
export function warningsOf(draft: Draft, ground: Ground): Fault[] {
  return [...wordingWarnings(draft), ...targetingWarnings(draft, ground)]
}

function wordingWarnings({ questions }: Pick<Definition, 'questions'>): Fault[] {
  const asked = questions.filter(({ type }) => type !== 'statement' && type !== 'consent')
  const many = `${asked.length} questions: each further one loses people. Ask what you would act on.`
  return [
    ...(asked.length > manyQuestions ? [{ pointer: '/questions', detail: many }] : []),
    ...questions.flatMap(({ type, text }, at) => {
      if (type === 'statement' || type === 'consent') return []
      const pointer = `/questions/${at}/text`
      if ((text.match(/[?？؟]/g) ?? []).length > 1)
        return [{ pointer, detail: 'Two questions in one get one answer, and nobody knows to which.' }]
      return text.length > longText ? [{ pointer, detail: 'Long: a shorter question is answered more often.' }] : []
    }),
  ]
}
