import { standardSettings } from '../../worker/contract/site.ts'
import type { CreateSurvey, Definition } from '../../worker/contract/survey.ts'
import type { SurveyContent } from '../../worker/contract/widget.ts'
import { contentOf } from '../../worker/domain/content.ts'
import { definitionFaults, draftOf } from '../../worker/domain/definition.ts'
import english from '../../worker/locales/en.ts'

const name = 'Fern & Loom'

/** A definition as the worker makes it of a request: what is left out is the metric's standard. One that it would refuse throws. */
export function definitionOf(request: Partial<CreateSurvey>): Definition {
  const definition = draftOf({ name, metric: 'nps', ...request }, name, english.standard)
  const faults = definitionFaults(definition)
  if (faults.length > 0) throw new Error(faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '))
  return definition
}

/** What the worker would answer for a survey of this definition. */
export function contentFrom(request: Partial<CreateSurvey>): SurveyContent {
  const survey = { id: 'srv_1', version: 3, touchpoint: 'order-success' }
  return contentOf({
    survey,
    definition: definitionOf(request),
    locale: 'en',
    words: english.words,
    site: { name, settings: standardSettings },
  })
}

/** The standard survey of a metric as the worker would answer it, with what a test wants otherwise. */
export function surveyContent(metric: 'nps' | 'csat' | 'ces', change: Partial<SurveyContent> = {}): SurveyContent {
  const { questions, thanks, appearance } = change
  // What isn't standard may need any word.
  return { ...contentFrom({ metric }), ...((questions || thanks || appearance) && { words: english.words }), ...change }
}
