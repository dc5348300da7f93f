import type { CaseItem } from '../../../worker/contract/case.ts'
import { ago } from '../../models/days.ts'
import { dueWords, statusNames } from '../../models/inbox.ts'
import { AtRisk } from '../at-risk.tsx'
import { ScoreMark } from '../score-mark.tsx'
import { TagChip } from '../tag-chip.tsx'

interface Props {
  item: CaseItem
  survey: string
  isOpen: boolean
  isSelected: boolean
  select: () => void
  show: () => void
}

/** As styles/inbox.css has it. */
const roomForBoth = '(min-width: 981px)'

/** One case in the list: enough to see what it is, whose, and how long there is. */
export function CaseRow({ item, survey, isOpen, isSelected, select, show }: Props) {
  const due = dueWords(item)
  return (
    <article
      class={`case${isOpen ? ' open' : ''}${isSelected ? ' selected' : ''}`}
      tabIndex={-1}
      // Where there is room for both, j and k open what they come to; elsewhere Enter does.
      onFocus={(event) => event.target === event.currentTarget && matchMedia(roomForBoth).matches && show()}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && show()}
    >
      <div>
        <ScoreMark item={item} />
        <label class="select">
          <span class="hidden">Select this case</span>
          <input type="checkbox" checked={isSelected} onChange={select} />
        </label>
      </div>
      <div class="gist">
        <button type="button" class="first" aria-current={isOpen ? 'true' : undefined} onClick={show}>
          {item.comment ? (
            <bdi lang={item.segments.language}>{item.comment}</bdi>
          ) : (
            <span class="soft">{item.score === null ? 'No words.' : `Scored ${item.score}, without a word.`}</span>
          )}
        </button>
        {item.atRisk && <AtRisk />}
        {item.tags.length > 0 && (
          <p class="tagged">
            {item.tags.slice(0, 3).map((tag) => (
              <TagChip key={tag.id} tag={tag} />
            ))}
          </p>
        )}
        <p class="small soft meta">
          {survey && <span>{survey} · </span>}
          <time dateTime={item.answeredAt}>{ago(item.answeredAt)}</time>
          {item.status !== 'new' && <span> · {statusNames[item.status].toLowerCase()}</span>}
          <span> · {item.case.owner ? <bdi>{item.case.owner.name ?? 'somebody who has left'}</bdi> : 'nobody’s'}</span>
          {due && <span class={due.late ? 'late num' : 'num'}> · {due.words}</span>}
        </p>
      </div>
    </article>
  )
}
