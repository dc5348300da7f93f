import { useEffect, useRef } from 'preact/hooks'
import type { Category } from '../../worker/contract/category.ts'
import type { Feed as Page, ResponseItem } from '../../worker/contract/response.ts'
import { call } from '../models/api.ts'
import { ago, longDay } from '../models/days.ts'
import { useFurther } from '../models/further.ts'
import type { Resource } from '../models/resource.ts'
import { segmentName } from '../models/segments.ts'
import { ofSite } from '../models/session.ts'
import { ContactLine } from './contact-line.tsx'
import { Marked } from './marked.tsx'
import { More } from './more.tsx'
import { useUnmoved } from './use-unmoved.ts'

interface Props {
  /** The first page, and the path it comes from. */
  first: Resource<Page>
  path: string
  /** What is looked for in the words; '' for nothing. */
  q: string
}

/** Responses in their own words, the last answered first; those that come while somebody reads wait for a press. */
export function Feed({ first: { data: newest, loading }, path, q }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const { data, isHeld, release } = useUnmoved(list, ofSite(path), newest)
  if (!data) return <FeedBones />
  const isOver = data.items.length === 0 && !data.next
  function showNewest() {
    release()
    list.current?.focus({ preventScroll: true })
    list.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <div ref={list} class={loading ? 'words stale' : 'words'} aria-busy={loading} tabIndex={-1}>
      <p class="arrived" role="status">
        {isHeld && !loading && (
          <button type="button" class="primary" onClick={showNewest}>
            New answers <span aria-hidden="true">↑</span>
          </button>
        )}
      </p>
      {isOver && <NothingFound q={q} />}
      {data.items.map((item) => (
        <Verbatim key={item.id} item={item} q={q} />
      ))}
      {data.next && !loading && <Further path={path} from={data.next} q={q} wasEmpty={data.items.length === 0} />}
    </div>
  )
}

/** What comes after the first page. A page may hold nothing, and the next one something: "nothing" is said only at the end. */
function Further({ path, from, q, wasEmpty }: { path: string; from: string; q: string; wasEmpty: boolean }) {
  const list = ofSite(path)
  const further = useFurther(`${list} ${from}`, from, (cursor) => call<Page>('GET', `${list}&cursor=${cursor}`))
  const { items, next, busy, load } = further
  const isEmpty = wasEmpty && items.length === 0
  useEffect(() => {
    if (isEmpty) void load()
  }, [list, from])
  return (
    <>
      {isEmpty && !next && <NothingFound q={q} />}
      {isEmpty && next && (
        <p class="soft" role="status">
          {busy
            ? 'Nothing so far; reading further back …'
            : 'Nothing among the newest answers. Older ones have not been read yet.'}
        </p>
      )}
      {items.map((item) => (
        <Verbatim key={item.id} item={item} q={q} />
      ))}
      <More {...further} name={isEmpty ? 'Read further back' : 'Show more'} />
    </>
  )
}

const NothingFound = ({ q }: { q: string }) => (
  <p class="soft" role="status">
    {q ? 'Nothing found in these days and filters.' : 'No response matches these filters.'}
  </p>
)

const tones: Record<Category, 'good' | 'middle' | 'bad'> = {
  ...{ promoter: 'good', satisfied: 'good', easy: 'good' },
  ...{ passive: 'middle', neutral: 'middle' },
  ...{ detractor: 'bad', dissatisfied: 'bad', difficult: 'bad' },
}

/** What a stranger typed is shown as exactly these characters: text nodes, isolated, never a link. */
export function Verbatim({ item, about, q = '' }: { item: ResponseItem; about?: string; q?: string }) {
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
            <Marked text={item.comment} typed={q} />
          </p>
        ) : (
          <p class="soft">No comment.</p>
        )}
        <Choices item={item} q={q} />
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
function Choices({ item, q }: { item: ResponseItem; q: string }) {
  const others = Object.entries(item.answers).filter(([id, answer]) => id !== 'score' && answer !== item.comment)
  if (others.length === 0) return null
  return (
    <p class="small also">
      {others.map(([id, answer]) => (
        <span key={id}>
          <span class="soft">{id}</span>{' '}
          <bdi>
            <Marked text={[answer].flat().join(', ')} typed={q} />
          </bdi>
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
