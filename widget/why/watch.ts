import type { DraftAbout, LoaderSurvey } from '../../worker/contract/widget.ts'
import type { Verdict } from '../../worker/domain/gates/gate.ts'
import { gateName } from '../../worker/domain/why/gate-name.ts'
import type { EventDetail } from '../seam.ts'

/** One gate as the panel lists it. `waits` for something that comes by itself. */
export interface Row {
  name: string
  passed: boolean
  waits?: boolean
  words: string
}

/** `stopped` by gates, `due` and waiting for its delay, `open`, or, where it stops after that on this page, how it ended. */
export type State = 'stopped' | 'due' | 'open' | Ended
type Ended = 'stored' | 'dismissed'

/** Looks at what the loader weighs, and remembers what came of it on this page. */
export function watch({ id, delay }: LoaderSurvey, { element }: DraftAbout) {
  /** Since when every gate is passed. */
  let since: number | undefined
  let state: State = 'stopped'
  let last: Ended | undefined
  let trouble = ''

  const hear = (name: string, heard: (detail: EventDetail) => void) =>
    addEventListener(`earshot:${name}`, (event) => heard((event as CustomEvent<EventDetail>).detail))
  const ended = (how: Ended) => () => {
    last = how
  }
  hear('completed', ended('stored'))
  hear('dismissed', ended('dismissed'))
  hear('error', ({ reason = '' }) => {
    trouble = reason
  })
  // The loader's own reason is a gate's; the server's is a status.
  hear('skipped', ({ reason = '' }) => {
    if (/^\d+$/.test(reason)) trouble = `the server answered ${reason}`
  })
  hear('page', () => {
    since = undefined
    trouble = ''
    last = undefined
  })

  function look(byServer: readonly Verdict[]): Row[] {
    const why = window.earshot?.('why') as { survey: string; gates: Verdict[] }[] | undefined
    const verdicts = why?.find(({ survey }) => survey === id)?.gates ?? []
    const passed = verdicts.every((verdict) => verdict.passed)
    const isOpen = document.querySelector('earshot-survey') !== null
    since = passed ? (since ?? performance.now()) : undefined
    state = isOpen ? 'open' : passed ? 'due' : (last ?? 'stopped')
    const waited = Math.min(delay, Math.floor((performance.now() - (since ?? performance.now())) / 1000))
    return [
      ...verdicts.map((verdict) => rowOf(verdict, trouble)),
      ...byServer.map((verdict) => ({ ...rowOf(verdict, ''), name: `${gateName(verdict)}, on the server` })),
      ...(element ? [placeRow(element)] : []),
      ...(delay > 0 ? [{ name: 'Delay', passed: waited >= delay, waits: passed, words: `${waited} of ${delay} s` }] : []),
    ]
  }

  return { look, now: () => state }
}

/** Those that come with any survey have words here, the others have theirs already. */
function rowOf(verdict: Verdict, trouble: string): Row {
  const { gate, passed, reason } = verdict
  const own: Record<string, [passed: string, stopped: string]> = {
    never: ['nobody said it in this browser', 'somebody said it in this browser'],
    consent: ['given, or not needed on this site', 'waits for earshot(“consent”, true)'],
    content: ['nothing stood in its way', trouble || 'it was due, and could not be shown'],
  }
  const words = own[gate]?.[passed ? 0 : 1] ?? reason
  return { name: gateName(verdict), passed, waits: ['event', 'trigger', 'consent'].includes(gate), words }
}

/** An inline survey stands in an element of the page. */
function placeRow(selector: string): Row {
  let found: Element | null = null
  try {
    found = document.querySelector(selector)
  } catch {}
  return { name: 'Place', passed: !!found, words: found ? `${selector} is on this page` : `${selector} is not on this page` }
}
