import type { SurveyContent } from '../../worker/contract/widget.ts'
import { contentOf } from '../../worker/domain/content.ts'
import { draftOf } from '../../worker/domain/definition.ts'
import english from '../../worker/locales/en.ts'

const name = 'Fern & Loom'

/** What a shopper's browser loads of a standard NPS survey: for measuring its size. */
export const typicalContent: SurveyContent = contentOf({
  survey: { id: 'srv_8Qm2vT7LxRb4', version: 3, touchpoint: 'order-success' },
  definition: draftOf({ name, metric: 'nps' }, name, english.standard),
  locale: english.tag,
  words: english.words,
  site: { name, settings: { privacyUrl: 'https://fern-and-loom.example/privacy' } },
})
