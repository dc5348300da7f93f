/**
 * The loader: a classic script on every page of a shop. It decides without any request whether a survey is due,
 * and loads the UI only then.
 */
import type { LoaderConfig } from '../../worker/contract/widget.ts'
import { isDue, weighGates } from '../../worker/domain/eligibility.ts'
import type { EventDetail, EventName, PageContext } from '../seam.ts'
import { openClocks } from './clocks.ts'
import { fitting } from './fitting.ts'
import { emit, listen } from './page.ts'
import { createStage } from './show.ts'

/** The worker writes the site's settings here. */
declare const __EARSHOT_CONFIG__: LoaderConfig

type Calls = Record<string, (...given: never[]) => unknown>
type Global = ((...call: unknown[]) => unknown) & { q?: ArrayLike<unknown>[]; site?: string }

function start(config: LoaderConfig, data: DOMStringMap) {
  const page = window as unknown as { earshot?: Global }
  const before = page.earshot
  // A tag pasted twice asks once.
  if (before?.site) return

  const clocks = openClocks(config.site)
  const stage = createStage(config, clocks)
  const context: PageContext = { touchpoint: data.touchpoint, locale: data.locale, theme: data.theme as PageContext['theme'] }
  /** Surveys that were due here and turned out to be paused, or could not be loaded. */
  const gone = new Set<string>()
  const warned = new Set<unknown>()
  let waiting: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const firstDue = (tellSkipped?: boolean) =>
    config.surveys.find((survey) => {
      if (gone.has(survey.id)) return false
      const here = { path: location.pathname, touchpoint: context.touchpoint || '' }
      const verdicts = weighGates(survey, here, clocks.memoryOf(survey.id), Date.now())
      const reason = verdicts.find((verdict) => !verdict.passed)?.reason
      if (tellSkipped && reason) emit('skipped', { survey: survey.id, reason })
      return isDue(verdicts)
    })

  /** Weighs this page anew; a survey that already waits here keeps its place in time. */
  function evaluate(tellSkipped?: boolean) {
    const due = firstDue(tellSkipped)
    if (waiting === due?.id) return
    clearTimeout(timer)
    waiting = due?.id
    if (due) timer = setTimeout(ask, due.delaySeconds * 1000, due.id)
  }

  async function ask(survey: string) {
    waiting = undefined
    // A page that is only rendered ahead may never be seen; it is weighed anew when it is.
    if ((document as { prerendering?: boolean }).prerendering)
      return document.addEventListener('prerenderingchange', () => evaluate(), { once: true })
    // Weighed once more: another tab may have asked while this one waited.
    if (firstDue()?.id !== survey || stage.isOpen()) return
    if (await stage.show(survey, context, false)) return
    gone.add(survey)
    evaluate()
  }

  const calls: Calls = {
    set(given: PageContext) {
      Object.assign(context, fitting(given))
      if (started) evaluate()
    },
    page() {
      waiting = undefined
      clearTimeout(timer)
      gone.clear()
      evaluate(true)
    },
    show(survey?: string) {
      const id = survey || (firstDue() || config.surveys[0])?.id
      if (!id) return
      clearTimeout(timer)
      waiting = undefined
      stage.show(id, context, true)
    },
    hide: stage.hide,
    on: (name: EventName, heard: (detail: EventDetail) => void) => listen(name, heard),
  }

  const earshot: Global = (name, ...given) => {
    try {
      const call = Object.hasOwn(calls, name as string) && calls[name as string]
      if (call) return call(...(given as never[]))
      // biome-ignore lint/suspicious/noConsole: a misspelt call is the page author's to see, once
      if (!warned.has(name)) console.warn(`earshot: unknown call "${name}"`)
      warned.add(name)
    } catch (reason) {
      emit('error', { reason: `${reason}` })
    }
  }
  earshot.site = config.site
  page.earshot = earshot

  // Calls made before this script arrived, in their order; `ready` and the first look at the gates come after them.
  let started = false
  for (const call of Array.from(before?.q ?? [])) earshot(...Array.from(call))
  started = true
  emit('ready')
  if (!stage.isOpen()) evaluate(true)
}

try {
  const tag = document.currentScript as HTMLScriptElement | null
  start(__EARSHOT_CONFIG__, { ...tag?.dataset })
} catch {
  // Whatever a page has done to its globals, it must not hear of us.
}
