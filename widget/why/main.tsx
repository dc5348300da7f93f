/**
 * The panel beside a draft on the shop's own page: every gate, whether it lets this shopper through, and why. Loaded by a draft's
 * loader alone, whose gates do the weighing; the panel puts words to them and offers ways past.
 */
import type { DraftAbout, LoaderConfig } from '../../worker/contract/widget.ts'
import type { Gates, Page } from '../../worker/domain/gates/gate.ts'
import { told } from '../../worker/domain/why/told.ts'
import { openHost } from './host.ts'
import { measureTriggers } from './measure.ts'
import { Lapsed, Panel } from './panel.tsx'
import { askServer } from './server.ts'
import { watch } from './watch.ts'

/** How often a page is looked at: what is waited for by the second moves by the second. */
const lookMs = 250

export function open(config: LoaderConfig, gates: Partial<Gates>, about: DraftAbout): void {
  const { site, host, surveys } = config
  const [survey] = surveys
  if (!survey) return
  let page: Page | undefined
  const seen = (weighed: Page) => {
    page = weighed
  }
  Object.assign(gates, told(gates, measureTriggers(), seen))
  const server = askServer(`${host}/w/${site}/${survey.id}/why`)
  const state = watch(survey, about)
  const show = openHost(site, about.corner)
  const look = () => {
    const rows = state.look(server.verdictsFor(page?.respondent))
    show(({ chrome }) => <Panel {...{ about, site, survey, rows, chrome }} state={state.now()} />)
  }
  look()
  setInterval(look, lookMs)
  addEventListener('earshot:completed', server.forget)
  addEventListener('earshot:dismissed', server.forget)
}

export function lapsed(): void {
  openHost('', 'bottom-right')(({ chrome }) => <Lapsed chrome={chrome} />)
}
