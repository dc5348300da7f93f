import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { useResource } from '../models/resource.ts'
import { chooseSite, may, me, site } from '../models/session.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'

/** The frame of every signed-in screen: where one is, and where one can go. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path } = useLocation()
  // Asked again with each screen, so that a new or paused survey shows as such.
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys', path)
  const open = surveys.data?.surveys.filter(({ state }) => state !== 'closed') ?? []
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
        <a href="/" aria-current={here('/')}>
          Overview
        </a>
        {open.length > 0 && <p class="group">Surveys</p>}
        {open.map(({ id, name, state }) => (
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
        <a href="/tags" aria-current={here('/tags')}>
          Tags
        </a>
        {may('manager') && (
          <a href="/import" aria-current={here('/import')}>
            Import
          </a>
        )}
        <a href="/install" aria-current={here('/install')}>
          Install
        </a>
        <a href="/settings" aria-current={here('/settings')}>
          Settings
        </a>
        <ShortcutSheet />
        <Foot />
      </nav>
      <main class="content" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function SiteSwitcher() {
  const { path, route } = useLocation()
  const state = me.value
  if (typeof state === 'string' || state.sites.length < 2) return null
  function choose(id: string) {
    chooseSite(id)
    // A survey or a tag is of one site: elsewhere there is no such page.
    if (/^\/(surveys|tags)\//.test(path)) route('/')
  }
  return (
    <label class="inline">
      <span class="hidden">Site</span>
      <select value={site.value?.id} onChange={(event) => choose(event.currentTarget.value)}>
        {state.sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
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
    </div>
  )
}
