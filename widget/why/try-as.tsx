import type { LoaderSurvey } from '../../worker/contract/widget.ts'
import { storagePrefix } from '../seam.ts'

/** Long enough ago to be returning, by a day more than it takes. */
const lastVisitMs = 2 * 86_400_000

/** Ways past the gates, and to be somebody else. Only what a draft's own clocks say is changed. */
export function TryAs({ site, survey }: { site: string; survey: LoaderSurvey }) {
  const earshot = window.earshot
  const asksVisit = survey.gates.conditions?.some(({ on }) => on === 'visit')

  /** Everything begins anew with the page: triggers, events, the number that decides on samples. */
  function forget() {
    earshot?.('reset')
    location.reload()
  }
  function visit(first: number) {
    const key = storagePrefix + site
    try {
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage[key] ?? '{}'), first }))
    } catch {}
    earshot?.('set', {})
  }
  function identify(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    earshot?.('identify', `${new FormData(event.currentTarget).get('id')}`.trim())
  }

  return (
    <div class="try">
      <p class="row">
        <button type="button" class="main" onClick={() => earshot?.('show', survey.id)}>
          Show now
        </button>
        <button type="button" onClick={forget} title="The draft’s clocks begin anew, and the page is loaded again">
          Forget this visitor
        </button>
      </p>
      {asksVisit && (
        <p class="row">
          <button type="button" onClick={() => visit(Date.now())}>
            As a new visitor
          </button>
          <button type="button" onClick={() => visit(Date.now() - lastVisitMs)}>
            As a returning one
          </button>
        </p>
      )}
      <form class="row" onSubmit={identify}>
        <label>
          Customer id <input name="id" maxLength={256} autocomplete="off" placeholder="nobody known" />
        </label>
        <button type="submit">As identified</button>
      </form>
    </div>
  )
}
