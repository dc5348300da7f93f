import { useState } from 'preact/hooks'
import type { Category } from '../../worker/contract/category.ts'
import type { Feed as Page, ResponseItem } from '../../worker/contract/response.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ago, longDay } from '../models/days.ts'
import { useResource } from '../models/resource.ts'
import { segmentName } from '../models/segments.ts'
import { ofSite } from '../models/session.ts'

import { ContactLine } from './contact-line.tsx'
import { Refusal } from './refusal.tsx'

/** Responses in their own words, the last answered first. `query` is the feed route's. */
export function Feed({ query }: { query: string }) {
  const path = `/api/v1/responses?${query}`
  const { data, error, loading } = useResource<Page>(path)
  if (error) return <p class="notice bad">{error}</p>
  if (!data) return <FeedBones />
  if (data.items.length === 0) return <p class="soft">No response matches these filters.</p>
  return (
    <div class={loading ? 'stale' : ''} aria-busy={loading}>
      {data.items.map((item) => (
        <Verbatim key={item.id} item={item} />
      ))}
      {/* Keyed: a page still under way when the filters change belongs to a list that is gone. */}
      {data.next && !loading && <Further key={ofSite(path)} path={path} from={data.next} />}
    </div>
  )
}

/** What comes after the first page, a page at a time. */
function Further({ path, from }: { path: string; from: string }) {
  const [items, setItems] = useState<ResponseItem[]>([])
  const [next, setNext] = useState<string | null>(from)
  const { busy, error, run } = useAction()
  const load = () =>
    run(async () => {
      const page = await call<Page>('GET', ofSite(`${path}&cursor=${next}`))
      setItems((before) => [...before, ...page.items])
      setNext(page.next)
    })
  return (
    <>
      {items.map((item) => (
        <Verbatim key={item.id} item={item} />
      ))}
      <Refusal error={error} />
      {next && (
        <button type="button" class="more" disabled={busy} onClick={load}>
          Show more
        </button>
      )}
    </>
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
  const facts = [country && segmentName('country', country), device, about ?? touchpoint].filter(Boolean)
  return (
    <article class="verbatim" tabIndex={-1}>
      <p class={`mark num ${item.category ? tones[item.category] : 'middle'}`}>
        <span class="hidden">{item.score === null ? 'No score' : 'Score '}</span>
        {item.score ?? <span aria-hidden="true">“</span>}
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
        <ContactLine item={item} />
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
    <div class="late" aria-hidden="true">
      {[0, 1, 2].map((i) => (
        <div key={i} class="verbatim">
          <div class="bone mark" />
          <div class="bone" style={{ height: '56px' }} />
        </div>
      ))}
    </div>
  )
}
