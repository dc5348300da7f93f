import { useEffect, useRef } from 'preact/hooks'
import type { Feed as Page } from '../../worker/contract/response.ts'
import { call } from '../models/api.ts'
import { useFurther } from '../models/further.ts'
import type { Resource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { More } from './more.tsx'
import { useUnmoved } from './use-unmoved.ts'
import { Verbatim } from './verbatim.tsx'

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
