import { useEffect, useRef, useState } from 'preact/hooks'
import type { Learning, Tag, Unsure } from '../../worker/contract/tags.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { useResource } from '../models/resource.ts'
import { may, ofSite } from '../models/session.ts'
import { useShortcuts } from '../models/shortcuts.ts'
import { whyTagged } from '../models/tag-words.ts'
import { tagMany } from '../models/tags.ts'
import { number } from '../models/wording.ts'
import { Refusal } from './refusal.tsx'

interface Props {
  tag: Tag
  learning: Learning
  changed: () => void
}

/** The comments a tag is least sure of, one after the other: yes, no, or on to the next. */
export function TagReview({ tag, learning, changed }: Props) {
  const [turn, setTurn] = useState(0)
  const { data, error: unread, loading } = useResource<Unsure>(`/api/v1/tags/${encodeURIComponent(tag.id)}/unsure`, turn)
  const [at, setAt] = useState(0)
  const [decided, setDecided] = useState(0)
  const card = useRef<HTMLElement>(null)
  const { busy, error, run } = useAction()
  const items = data?.items ?? []
  const item = items[at]
  useEffect(() => card.current?.focus({ preventScroll: true }), [item?.id])
  function judge(belongs: boolean) {
    if (busy || !item) return
    void run(async () => {
      await tagMany([item.id], tag, belongs)
      setDecided(decided + 1)
      setAt(at + 1)
    })
  }
  useShortcuts(item ? { y: () => judge(true), n: () => judge(false) } : {})
  const learn = () => run(() => call<void>('POST', ofSite('/api/v1/tags/retrain'))).then(changed)
  function again() {
    setAt(0)
    setTurn(turn + 1)
  }
  if (unread) return <Refusal error={unread} />
  if (!data) return <div class="bone late" style={{ height: '160px' }} />
  if (items.length === 0) return <p class="soft">There is nothing to review: no comment is in doubt.</p>
  const given = item?.tags.find(({ id }) => id === tag.id)
  return (
    <section class="review" ref={card} tabIndex={-1} aria-label={`Does ${tag.name} fit?`} aria-busy={loading}>
      {item ? (
        <>
          <p class="small soft num" role="status">
            {number(at + 1)} of {number(items.length)}
          </p>
          <blockquote dir="auto">{item.comment}</blockquote>
          <p class="small soft">
            Today: <bdi>{given ? whyTagged(given) : 'not given'}</bdi>
          </p>
          <div class="row">
            <span>
              Does it belong to <bdi>{tag.name}</bdi>?
            </span>
            <button type="button" class="primary" disabled={busy} onClick={() => judge(true)}>
              Yes <Key name="y" />
            </button>
            <button type="button" disabled={busy} onClick={() => judge(false)}>
              No <Key name="n" />
            </button>
            <button type="button" class="quiet" onClick={() => setAt(at + 1)}>
              Not sure
            </button>
            {at > 0 && (
              <button type="button" class="quiet" onClick={() => setAt(at - 1)}>
                Back
              </button>
            )}
          </div>
        </>
      ) : (
        <>
          <p role="status">
            {decided === 1 ? '1 correction' : `${number(decided)} corrections`} more.{' '}
            {learning.state === 'running' ? 'Learning from them …' : 'They count with what is learned next.'}
          </p>
          <div class="row">
            {may('manager') && (
              <button type="button" class="primary" disabled={busy || learning.state === 'running'} onClick={learn}>
                Learn now
              </button>
            )}
            <button type="button" disabled={loading} onClick={again}>
              Review more
            </button>
          </div>
        </>
      )}
      <Refusal error={error} />
    </section>
  )
}

/** The key that does the same. */
function Key({ name }: { name: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{name}</kbd>
    </span>
  )
}
