import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CaseCounts, CaseItem, CaseOwners } from '../../worker/contract/case.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { Heading } from '../components/heading.tsx'
import { CaseBulk } from '../components/inbox/case-bulk.tsx'
import { CaseDetail } from '../components/inbox/case-detail.tsx'
import { CaseList } from '../components/inbox/case-list.tsx'
import { CaseTold } from '../components/inbox/case-told.tsx'
import { CaseViews } from '../components/inbox/case-views.tsx'
import { Reaction } from '../components/inbox/reaction.tsx'
import { Refusal } from '../components/refusal.tsx'
import { casesPath, inboxPath, readView } from '../models/inbox.ts'
import { useResource } from '../models/resource.ts'
import { partWords } from '../models/roles.ts'
import { may, site } from '../models/session.ts'
import { pressOnResponse, selectThrough, useShortcuts } from '../models/shortcuts.ts'
import { useInbox } from '../models/use-inbox.ts'

const focusOn = (id: string) => document.getElementById(id)?.focus()

/** What needs somebody: a list of cases, and the one that is open beside it. */
export function Inbox() {
  const { url, route } = useLocation()
  const { view, survey } = readView(url.split('?')[1] ?? '')
  const path = casesPath(view, survey)
  const inbox = useInbox(path)
  const { items, turn, told, change } = inbox
  const counts = useResource<CaseCounts>('/api/v1/cases/counts', turn)
  const people = useResource<CaseOwners>('/api/v1/cases/owners').data?.people ?? []
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys').data?.surveys ?? []
  const [openId, setOpenId] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // A case that was closed leaves the list, not the eyes of who closed it.
  const kept = useRef<CaseItem | undefined>(undefined)
  const found = items?.find(({ id }) => id === openId)
  if (found) kept.current = found
  const open = found ?? (kept.current?.id === openId ? kept.current : undefined)
  useEffect(() => {
    document.title = 'Inbox · Earshot'
  }, [])
  useEffect(() => {
    setOpenId(null)
    setSelected(new Set())
  }, [path])

  const toggle = (id: string) =>
    setSelected((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const clear = () => setSelected(new Set())
  useShortcuts({
    s: () => focusOn(selected.size > 0 ? 'many-status' : 'case-status'),
    a: () => focusOn(selected.size > 0 ? 'many-owner' : 'case-owner'),
    w: () => focusOn('case-note'),
    r: () => (document.getElementById('reply-text') ? focusOn('reply-text') : document.getElementById('case-reply')?.click()),
    z: () => told?.undo?.(),
    x: () => pressOnResponse('.select input'),
    X: selectThrough,
    ...(selected.size > 0 && { Escape: clear }),
  })
  const nameOf = (id: string) => surveys.find((one) => one.id === id)?.name ?? ''
  const go = (next: { view?: typeof view; survey?: string }) => route(inboxPath(next.view ?? view, next.survey ?? survey))
  const part = site.value?.part
  return (
    <div class="inbox-page">
      <header class="top">
        <div>
          <Heading>Inbox</Heading>
          {part && (
            <p class="small soft">
              You see the responses of <bdi>{partWords(part)}</bdi>.
            </p>
          )}
        </div>
        {may('manager') && (
          <div class="row">
            <a class="button" href="/inbox/templates">
              Reply templates
            </a>
            <a class="button" href="/inbox/rules">
              Rules
            </a>
          </div>
        )}
      </header>
      {!part && <Reaction turn={turn} />}
      <CaseViews {...{ view, survey, surveys, go }} counts={counts.data} />
      <Refusal error={inbox.error} />
      <CaseTold told={told} clear={() => inbox.tell(null)} />
      <div class={open ? 'inbox has-open' : 'inbox'}>
        <CaseList
          {...{ items, view, openId, selected, toggle, nameOf, path }}
          isBusy={inbox.loading}
          next={inbox.data?.next ?? null}
          show={(id) => setOpenId(id)}
        />
        {open ? (
          <CaseDetail
            key={open.id}
            {...{ people, turn, change }}
            changed={inbox.again}
            tell={inbox.tell}
            item={open}
            survey={surveys.find(({ id }) => id === open.survey)}
            back={() => setOpenId(null)}
          />
        ) : (
          items !== undefined && items.length > 0 && <p class="soft none-open">Choose a case, or press j.</p>
        )}
      </div>
      <CaseBulk {...{ people, clear }} ids={[...selected]} changeMany={inbox.changeMany} />
    </div>
  )
}
