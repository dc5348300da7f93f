import type { SendDisplays } from '../../worker/contract/display.ts'
import type { LoaderConfig, SurveyContent } from '../../worker/contract/widget.ts'
import type { Happening, Opening, PageContext, SurveyModule } from '../seam.ts'
import type { openClocks } from './clocks.ts'
import { emit } from './page.ts'

/** Opens one survey at a time, counts its displays and keeps the shopper's clocks. */
export function createStage(config: LoaderConfig, clocks: ReturnType<typeof openClocks>) {
  const { site, host } = config
  /** Takes the present survey away, or stops it on its way; undefined while nothing is open. */
  let close: (() => void) | undefined

  /** Shows a survey unless another is open; answers whether it did. Whatever goes wrong, the page goes on as if nothing was asked. */
  async function show(survey: string, page: PageContext, focus: boolean): Promise<boolean> {
    if (close) return false
    let stopped = false
    close = () => {
      stopped = true
    }
    try {
      const language = encodeURIComponent(page.locale || document.documentElement.lang || navigator.language)
      const [ui, answer] = await Promise.all([
        import(/* @vite-ignore */ host + config.ui) as Promise<SurveyModule>,
        fetch(`${host}/w/${site}/${survey}.json?lang=${language}`, { credentials: 'omit' }),
      ])
      const content: SurveyContent | false = answer.ok && (await answer.json())
      if (!content) emit('skipped', { survey, reason: `${answer.status}` })
      else if (!stopped) {
        const context = { ...page, touchpoint: page.touchpoint || content.touchpoint }
        // Global Privacy Control: answers are still taken, but nothing that could name the person.
        if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) context.traits = context.order = undefined
        const tell: Opening['tell'] = (happening, detail) => heard(happening, { ...detail, survey }, content, context)
        close = ui.open({ site, host, content, context, focus, tell })
        return true
      }
    } catch (reason) {
      emit('error', { survey, reason: `${reason}` })
    }
    close = undefined
    return false
  }

  function heard(what: Happening, detail: { survey: string }, content: SurveyContent, context: PageContext) {
    if (what === 'closed') {
      close = undefined
      return
    }
    const clock = { shown: 's', answered: 'a', dismissed: 'd' }[what as string] as 's' | 'a' | 'd' | undefined
    if (clock) clocks.note(clock, detail.survey, Date.now())
    if (what === 'shown' || what === 'started' || what === 'dismissed') {
      const events = [{ survey: detail.survey, type: what, touchpoint: context.touchpoint, locale: content.locale }]
      count({ site, key: randomKey(), events, traits: context.traits })
    }
    if (what !== 'started') emit(what, detail)
  }

  /** As text/plain, so that no preflight is asked for. */
  function count(batch: SendDisplays) {
    fetch(`${host}/v1/displays`, { method: 'POST', body: JSON.stringify(batch), keepalive: true, credentials: 'omit' }).catch(
      () => {},
    )
  }

  return { show, hide: () => close?.(), isOpen: () => !!close }
}

/** 128 random bits. Not `randomUUID`, which is missing on a shop without TLS. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}
