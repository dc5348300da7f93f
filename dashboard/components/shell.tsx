import type { ComponentChildren } from 'preact'
import { lazy, useLocation } from 'preact-iso'
import type { CaseCounts } from '../../worker/contract/case.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { useResource } from '../models/resource.ts'
import { asksSignIn, chooseSite, may, me, site } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useSiteAddress } from './use-site-address.ts'

const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((part) => part.SignInAgain))

/** The frame of every signed-in screen: where one is, and where one can go. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path } = useLocation()
  useSiteAddress()
  // Asked again with each screen, so that a new or paused survey shows as such.
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys', path)
  const open = surveys.data?.surveys.filter(({ state }) => state !== 'closed') ?? []
  // Whoever sees a part of the site works in its inbox.
  const isWhole = !site.value?.part
  const here = (href: string) => (path === href ? 'page' : undefined)
  return (
    <div class="frame">
      <a class="skip button" href="#main">
        Skip to the content
      </a>
      <nav class="side" aria-label="Main">
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="Earshot" />
          <span aria-hidden="true">Earshot</span>
        </a>
        <SiteSwitcher />
        {isWhole && (
          <a href="/" aria-current={here('/')}>
            Overview
          </a>
        )}
        {may('agent') && <InboxLink isHere={path.startsWith('/inbox') || (path === '/' && !isWhole)} path={path} />}
        {!isWhole && (
          <a href="/responses" aria-current={here('/responses')}>
            Responses
          </a>
        )}
        {isWhole && open.length > 0 && <p class="group">Surveys</p>}
        {isWhole &&
          open.map(({ id, name, state }) => (
            <a key={id} href={`/surveys/${id}`} aria-current={here(`/surveys/${id}`)}>
              {name}
              {state !== 'live' && <span class={`badge ${state}`}>{state}</span>}
            </a>
          ))}
        {may('manager') && (
          <a href="/surveys/new" aria-current={here('/surveys/new')}>
            New survey
          </a>
        )}
        {isWhole && (
          <a href="/tags" aria-current={here('/tags')}>
            Tags
          </a>
        )}
        {may('manager') && (
          <a href="/alerts" aria-current={here('/alerts')}>
            Alerts
          </a>
        )}
        {may('manager') && (
          <a href="/digests" aria-current={here('/digests')}>
            Digests
          </a>
        )}
        {may('manager') && (
          <a href="/import" aria-current={here('/import')}>
            Import
          </a>
        )}
        {isWhole && (
          <a href="/install" aria-current={here('/install')}>
            Install
          </a>
        )}
        <a href="/settings" aria-current={path.startsWith('/settings') ? 'page' : undefined}>
          Settings
        </a>
        <ShortcutSheet />
        <Foot />
      </nav>
      <main class="content" id="main" tabIndex={-1}>
        {children}
      </main>
      {asksSignIn.value && <SignInAgain />}
    </div>
  )
}

/** With how many open cases are one's own. */
function InboxLink({ isHere, path }: { isHere: boolean; path: string }) {
  const { data } = useResource<CaseCounts>('/api/v1/cases/counts', path)
  return (
    <a href="/inbox" aria-current={isHere ? 'page' : undefined}>
      Inbox
      {data !== undefined && data.mine > 0 && (
        <span class="count num">
          {number(data.mine)}
          <span class="hidden"> of yours</span>
        </span>
      )}
    </a>
  )
}

function SiteSwitcher() {
  const { path, route } = useLocation()
  const state = me.value
  if (typeof state === 'string' || state.sites.length < 2) return null
  function choose(id: string) {
    chooseSite(id)
    // A survey, a tag, an alert or a digest is of one site: elsewhere there is no such page.
    route(`${/^\/(surveys|tags|alerts|digests)\//.test(path) ? '/' : path}?site=${id}`)
  }
  return (
    <label class="inline">
      <span class="hidden">Site</span>
      <select value={site.value?.id} onChange={(event) => choose(event.currentTarget.value)}>
        {state.sites.map(({ id, name, restorableUntil }) => (
          <option key={id} value={id}>
            {restorableUntil ? `${name} (deleted)` : name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Foot() {
  const state = me.value
  const current = site.value
  if (typeof state === 'string' || !current) return null
  return (
    <div class="foot">
      {current.demo && (
        <p class="notice small">
          Sample answers.{' '}
          <a href="/demo" target="_blank" rel="noreferrer">
            Answer one yourself
          </a>{' '}
          in the demo shop.
        </p>
      )}
      <p>
        {state.person?.name}
        <br />
        {current.name}
      </p>
      {may('owner') && <a href="/settings/new-site">Add a site</a>}
    </div>
  )
}
