/**
 * The loader: a classic script on every page of a shop. It decides without any request whether a survey is due,
 * and loads the UI only then.
 */
import type { LoaderConfig, LoaderSurvey } from '../../worker/contract/widget.ts'
import { isDue, weighGates } from '../../worker/domain/eligibility.ts'
import type { Gates, Verdict } from '../../worker/domain/gates/gate.ts'
import type { Earshot, PageContext } from '../seam.ts'
import { openMemory } from './memory.ts'
import { emit, forgetPerson, listen, watchPages } from './page.ts'
import { quietly } from './quietly.ts'
import { createStage } from './stage.ts'

/** The worker writes here the site's settings, and of gates and senses those that its surveys use. */
declare const __EARSHOT_CONFIG__: LoaderConfig
declare const __EARSHOT_GATES__: Partial<Gates>
/** `Object`, which does nothing, where no survey needs any. */
declare const __EARSHOT_SENSES__: (context: PageContext, look: () => void, config: LoaderConfig) => void

type Calls = Record<string, (...given: never[]) => unknown>

function start(config: LoaderConfig, kinds: Partial<Gates>, context: PageContext) {
  const before = window.earshot
  // A tag pasted twice asks once.
  if (before?.site) return

  const memory = openMemory(config.site)
  const stage = createStage(config, memory)
  const events = new Map<string, unknown>()
  /** Surveys that were due here and turned out to be paused, without a place, or could not be loaded. */
  const gone = new Set<unknown>()
  let consented = !config.consent
  /** Whether it looks at gates: with consent, on a page that is seen. */
  let awake = false
  /** What the page asked to show before that. */
  let wanted: (() => void) | undefined
  let waiting: LoaderSurvey | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function weigh(survey: LoaderSurvey): Verdict[] {
    const path = location.pathname + (config.hash ? location.hash : '')
    const known = consented ? memory.of(survey.id) : {}
    return [
      ...weighGates(survey.gates, kinds, { ...context, path, events }, known, Date.now()),
      { gate: 'content', passed: !gone.has(survey), reason: 'needs content' },
      { gate: 'consent', passed: consented, reason: 'needs consent' },
    ]
  }

  const firstDue = (tellSkipped?: boolean) =>
    config.surveys.find((survey) => {
      const stop = weigh(survey).find((verdict) => !verdict.passed)
      if (tellSkipped && stop) emit('skipped', { survey: survey.id, reason: stop.reason })
      return !stop
    })

  /** Weighs this page anew; a survey that already waits here keeps its place in time. */
  function evaluate(tellSkipped?: boolean) {
    const due = awake ? firstDue(tellSkipped) : undefined
    if (waiting === due) return
    cancel()
    waiting = due
    if (due) timer = setTimeout(ask, due.delay * 1000, due)
  }

  function cancel() {
    clearTimeout(timer)
    waiting = undefined
  }

  async function ask(survey: LoaderSurvey) {
    cancel()
    // Weighed once more, now and when it is loaded: another tab may have asked while this one waited.
    const isStillDue = () => firstDue() === survey
    if (isStillDue() && (await stage.show(survey, context, isStillDue)) === false) {
      gone.add(survey)
      evaluate()
    }
  }

  async function begin() {
    if (awake || !consented || (document as { prerendering?: boolean }).prerendering) return
    awake = true
    __EARSHOT_SENSES__(context, evaluate, config)
    if (memory.hasWaiting()) stage.replay()
    if (wanted) return wanted()
    // One left half finished goes on wherever the shopper is by now, but not where the shop keeps it away: on payment and sign-in pages.
    const half = config.surveys.find((survey) => survey.id === memory.halfFinished())
    if (
      !half ||
      weigh(half).some((verdict) => !verdict.passed && verdict.gate === 'exclude') ||
      !(await stage.show(half, context))
    )
      evaluate(true)
  }

  function turn() {
    cancel()
    gone.clear()
    emit('page')
    evaluate(true)
  }

  async function showAsked(id?: string) {
    wanted = () => showAsked(id)
    // By its id alone, since one the loader doesn't know may have been published a moment ago.
    const survey = id ? { id } : firstDue() || config.surveys[0]
    if (!awake || !survey) return
    cancel()
    if (!(await stage.show(survey, context, undefined, true))) evaluate()
  }

  function hide() {
    wanted = undefined
    stage.hide()
  }

  function reset() {
    hide()
    cancel()
    forgetPerson(context)
    events.clear()
    memory.forgetAll()
    emit('reset')
  }

  /** A copy, so that what JSON can't say fails here and not when an answer is sent. Traits add up, whoever names them first. */
  function take(given: PageContext) {
    const said: PageContext = JSON.parse(JSON.stringify(given))
    Object.assign(context, said, { traits: { ...context.traits, ...said.traits } })
    evaluate()
  }

  const calls: Calls = {
    set: take,
    identify(id: unknown, traits?: PageContext['traits'], signature?: string) {
      take({ respondent: id ? { id: `${id}`, signature } : undefined, traits })
    },
    track(event: string, properties?: unknown) {
      events.set(event, properties)
      evaluate()
    },
    page: turn,
    show: showAsked,
    hide,
    consent(given: unknown) {
      consented = given === true
      if (consented) begin()
      else {
        awake = false
        reset()
      }
    },
    reset,
    on: listen,
    why: () =>
      config.surveys.map((survey) => {
        const gates = weigh(survey)
        return { survey: survey.id, due: isDue(gates), gates }
      }),
  }

  const earshot: Earshot = (name, ...given) => {
    try {
      const call = calls[name]
      if (call) return call(...(given as never[]))
      // biome-ignore lint/suspicious/noConsole: a misspelt call is the page author's to see, once
      console.warn(`earshot: unknown call "${name}"`)
      calls[name] = () => {}
    } catch (reason) {
      emit('error', { reason: `${reason}` })
    }
  }
  earshot.site = config.site
  window.earshot = earshot

  // Calls made before this script arrived, in their order; `ready` and the first look at the gates come after them.
  for (const call of before?.q ?? []) earshot(...call)
  emit('ready')
  begin()
  // A page that is only rendered ahead may never be seen.
  document.addEventListener('prerenderingchange', begin)
  watchPages(config.hash, () => quietly(turn))
}

try {
  start(__EARSHOT_CONFIG__, __EARSHOT_GATES__, { ...(document.currentScript as HTMLScriptElement | null)?.dataset })
} catch {
  // Whatever a page has done to its globals, it must not hear of us.
}
