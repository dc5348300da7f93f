import { useEffect, useState } from 'preact/hooks'
import type { Definition, Survey } from '../../../worker/contract/survey.ts'
import type { Ending } from '../../../worker/contract/thanks.ts'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { contentOf } from '../../../worker/domain/content.ts'
import { addressed, suitableLanguage } from '../../../worker/domain/languages.ts'
import type { Words } from '../../../worker/domain/locale.ts'
import { standardAppearance } from '../../../worker/domain/standard.ts'
import { withTexts } from '../../../worker/domain/texts.ts'
import { ownLanguage, type Standards, translator } from '../../../worker/domain/wordings.ts'
import { call } from '../api.ts'
import type { Draft } from './draft.ts'

interface Shown {
  survey: Pick<Survey, 'id' | 'version'>
  draft: Draft
  /** In which language. */
  locale: string
  standards: Standards
  words: Words
  site: { name: string; privacyUrl: string }
}

/** A draft as the widget would get it, in one language; what isn't translated stands there in the survey's own. */
export function previewContent({ survey, draft, locale, standards, words, site }: Shown): SurveyContent {
  const own = ownLanguage(draft, Object.keys(standards))
  const said: Definition = withTexts(draft, locale === own ? {} : translator(draft, standards)(locale))
  return contentOf({
    survey: { id: survey.id, version: survey.version + 1, touchpoint: draft.touchpoint },
    definition: {
      ...said,
      thanks: { ...staying(said.thanks), ...(said.thanks.by && { by: allStaying(said.thanks.by) }) },
      appearance: drawable(said),
    },
    locale,
    words,
    site: { name: site.name, settings: site },
  })
}

/** In a preview nobody is sent elsewhere. */
function staying<E extends Ending>({ redirect: _, ...ending }: E): Omit<E, 'redirect'> {
  return ending
}

const allStaying = (by: NonNullable<Definition['thanks']['by']>) =>
  Object.fromEntries(Object.entries(by).map(([category, ending]) => [category, staying(ending)]))

/** The preview's page has one place for an inline survey; a colour half typed can't be drawn. */
function drawable({ appearance }: Definition): Definition['appearance'] {
  const brand = /^#[0-9a-f]{6}$/i.test(appearance.brand) ? appearance.brand : standardAppearance.brand
  return { ...appearance, brand, element: '#place' }
}

/** The standard wording of all languages, once it is there. */
export const useStandards = () => useFile<Standards>('/l/standard.json')

/** The widget's own words for a survey in this language. */
export function useWords(draft: Draft, locale: string, standards: Standards | undefined): Words | undefined {
  const known = Object.keys(standards ?? {})
  const spoken = suitableLanguage(`${locale},${ownLanguage(draft, known)}`, known) ?? 'en'
  return useFile<Words>(`/l/${addressed(spoken, draft.address, known)}.json`)
}

/** A static file, the newest there is until the next one has come. */
function useFile<T>(path: string): T | undefined {
  const [file, setFile] = useState<T>()
  useEffect(() => {
    const abort = new AbortController()
    call<T>('GET', path, undefined, abort.signal).then(setFile, () => {})
    return () => abort.abort()
  }, [path])
  return file
}
