import type { LoaderConfig, LoaderSurvey, SurveyContent } from '../../worker/contract/widget.ts'
import type { CoreModule, PageContext, SurveyModule } from '../seam.ts'
import { fitting } from './fitting.ts'
import type { openMemory } from './memory.ts'
import { emit, forgetPerson } from './page.ts'

/** A survey that comes later than this would come out of nowhere. */
const patienceMs = 10_000

/** Opens one survey at a time and keeps the shopper's clocks. */
export function createStage({ site, host, ui }: LoaderConfig, memory: ReturnType<typeof openMemory>) {
  /** Takes the present survey away, or stops it on its way; undefined while nothing is open. */
  let close: (() => void) | undefined

  const load = (path: string) => import(/* @vite-ignore */ host + path)
  const more = () => load(ui.replace('survey', 'more'))

  /**
   * Shows a survey if it is still due once it is loaded, and answers whether it did; undefined while another is open.
   * Whatever goes wrong, the page goes on as if nothing was asked.
   */
  async function show(survey: Pick<LoaderSurvey, 'id' | 'more'>, page: PageContext, isDue?: () => boolean, focus?: boolean) {
    if (close) return
    close = () => {
      isDue = () => false
    }
    try {
      const languages = [page.locale || document.documentElement.lang, ...navigator.languages]
      const [module, answer] = await Promise.all([
        load(ui),
        fetch(`${host}/w/${site}/${survey.id}.json?lang=${languages}`, {
          signal: AbortSignal.timeout(patienceMs),
          ...(isDue && page.request),
        }),
        survey.more && more(),
      ])
      if (answer.ok) {
        const content = await answer.json()
        // The page may be older than the version that needs it.
        if (content.words.next) await more()
        close = (isDue?.() ?? true) ? open(module, content, page, focus) : undefined
        return !!close
      }
      // Nothing to go on with; where the server couldn't say, the next page may have better luck.
      if (answer.status < 500) memory.dropHalf()
      emit('skipped', { survey: survey.id, reason: `${answer.status}` })
    } catch (reason) {
      emit('error', { survey: survey.id, reason: `${reason}` })
    }
    close = undefined
    return false
  }

  function open(module: SurveyModule, content: SurveyContent, page: PageContext, focus?: boolean) {
    const { survey } = content
    const context = { ...page }
    // Global Privacy Control: answers are still taken.
    if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) forgetPerson(context)
    context.traits = fitting(context.traits)
    return module.open({
      site,
      host,
      content,
      context,
      focus,
      tell(happening, detail) {
        if (happening === 'closed') close = undefined
        else {
          if (happening !== 'error') memory.note(happening, survey, Date.now())
          if (happening !== 'never') emit(happening, { ...detail, survey })
        }
      },
    })
  }

  return {
    show,
    hide: () => close?.(),
    /** Sends what earlier pages could not. */
    replay: () =>
      load('/w/core.js').then(
        (core: CoreModule) => core.replay(site, host),
        () => {},
      ),
  }
}
