import type { CaseItem, Cases } from '../../../worker/contract/case.ts'
import { call } from '../../models/api.ts'
import { useFurther } from '../../models/further.ts'
import { emptyWords, type View } from '../../models/inbox.ts'
import { ofSite } from '../../models/session.ts'
import { More } from '../more.tsx'
import { CaseRow } from './case-row.tsx'

interface Props {
  /** The first page; undefined until it is known. */
  items: readonly CaseItem[] | undefined
  next: string | null
  path: string
  view: View
  isBusy: boolean
  openId: string | null
  selected: ReadonlySet<string>
  toggle: (id: string) => void
  show: (id: string) => void
  nameOf: (survey: string) => string
}

/** The cases of a view, first due first. */
export function CaseList({ items, next, path, view, isBusy, openId, selected, toggle, show, nameOf }: Props) {
  const list = ofSite(path)
  const further = useFurther(`${list} ${next}`, next, (cursor) => call<Cases>('GET', `${list}&cursor=${cursor}`))
  if (!items)
    return (
      <div class="case-list late" aria-hidden="true">
        {[0, 1, 2, 3].map((i) => (
          <div key={i} class="bone" style={{ height: '72px', marginBottom: '8px' }} />
        ))}
      </div>
    )
  const all = [...items, ...further.items.filter(({ id }) => items.every((item) => item.id !== id))]
  return (
    <section class={isBusy ? 'case-list stale' : 'case-list'} aria-label="Cases" aria-busy={isBusy}>
      {all.length === 0 && !next && <p class="empty soft">{emptyWords[view]}</p>}
      {all.map((item) => (
        <CaseRow
          key={item.id}
          item={item}
          survey={nameOf(item.survey)}
          isOpen={item.id === openId}
          isSelected={selected.has(item.id)}
          select={() => toggle(item.id)}
          show={() => show(item.id)}
        />
      ))}
      <More {...further} />
    </section>
  )
}
