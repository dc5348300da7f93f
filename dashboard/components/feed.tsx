import { useEffect, useState } from 'preact/hooks'
import type { Feed as Page, ResponseItem } from '../../worker/contract/response.ts'
import type { Category } from '../../worker/contract/survey.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ago, longDay } from '../models/days.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { label } from './breakdown.tsx'
import { Refusal } from './refusal.tsx'

/** Responses in their own words, the last answered first. `query` is the feed route's. */
export function Feed({ query }: { query: string }) {
  const path = `/api/v1/responses?${query}`
  const first = useResource<Page>(path)
  const [more, setMore] = useState<{ items: ResponseItem[]; next: string | null } | null>(null)
  const { busy, error, run } = useAction()
  // Another question starts from its first page.
  useEffect(() => setMore(null), [path])
  if (first.error) return <p class="notice bad">{first.error}</p>
  if (!first.data) return <FeedBones />
  const items = [...first.data.items, ...(more?.items ?? [])]
  const next = more ? more.next : first.data.next
  const load = () =>
    run(async () => {
      const page = await call<Page>('GET', ofSite(`${path}&cursor=${next}`))
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next })
    })
  if (items.length === 0) return <p class="soft">No response matches these filters.</p>
  return (
    <div class={first.loading ? 'stale' : ''}>
      {items.map((item) => (
        <Verbatim key={item.id} item={item} />
      ))}
      <Refusal error={error} />
      {next && (
        <button type="button" class="more" disabled={busy} onClick={load}>
          Show more
        </button>
      )}
    </div>
  )
}

const tones: Record<Category, 'good' | 'middle' | 'bad'> = {
  ...{ promoter: 'good', satisfied: 'good', easy: 'good' },
  ...{ passive: 'middle', neutral: 'middle' },
  ...{ detractor: 'bad', dissatisfied: 'bad', difficult: 'bad' },
}

/** What a stranger typed is shown as exactly these characters: text nodes, isolated, never a link. */
export function Verbatim({ item, about }: { item: ResponseItem; about?: string }) {
  const { touchpoint, country, device } = item.segments
  const facts = [country && label('country', country), device, about ?? touchpoint].filter(Boolean)
  return (
    <article class="verbatim">
      <p class={`mark num ${item.category ? tones[item.category] : 'middle'}`}>
        <span class="hidden">Score </span>
        {item.score ?? '–'}
      </p>
      <div class="said">
        {item.comment ? (
          <p dir="auto" lang={item.segments.language}>
            {item.comment}
          </p>
        ) : (
          <p class="soft">No comment.</p>
        )}
        <Choices item={item} />
        <p class="small soft meta">
          <time dateTime={item.answeredAt} title={`${longDay(item.day)} (the site's day)`}>
            {ago(item.answeredAt)}
          </time>
          {facts.map((fact) => (
            <span key={fact}> · {fact}</span>
          ))}
          {item.source !== 'widget' && <span> · {item.source}</span>}
        </p>
      </div>
    </article>
  )
}

/** Answers to further questions, named by their ids. */
function Choices({ item }: { item: ResponseItem }) {
  const others = Object.entries(item.answers).filter(([id, answer]) => id !== 'score' && answer !== item.comment)
  if (others.length === 0) return null
  return (
    <p class="small also">
      {others.map(([id, answer]) => (
        <span key={id}>
          <span class="soft">{id}</span> <bdi>{[answer].flat().join(', ')}</bdi>
        </span>
      ))}
    </p>
  )
}

function FeedBones() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2].map((i) => (
        <div key={i} class="verbatim">
          <div class="bone mark" />
          <div class="bone" style={{ height: '56px' }} />
        </div>
      ))}
    </div>
  )
}
