import type { Question } from '../../worker/contract/question.ts'
import type { ResponseItem } from '../../worker/contract/response.ts'
import { customerPath } from '../models/customer.ts'
import { ago, longDay } from '../models/days.ts'
import { others, segmentName } from '../models/segments.ts'
import { may } from '../models/session.ts'
import { AskedAnswers } from './asked-answers.tsx'
import { AtRisk } from './at-risk.tsx'
import { ContactLine } from './contact-line.tsx'
import { Marked } from './marked.tsx'
import { ScoreMark } from './score-mark.tsx'
import { Tagged } from './tagged.tsx'
import { useTagging } from './tagging.ts'
import { TakeUp } from './take-up.tsx'

interface Props {
  item: ResponseItem
  /** What is said of it in place of its touchpoint. */
  about?: string | undefined
  /** What is looked for in the words. */
  q?: string
  /** What was asked, where nothing on the screen says so. */
  questions?: readonly Question[]
}

/** What a stranger typed is shown as exactly these characters: text nodes, isolated, never a link. */
export function Verbatim({ item, about, q = '', questions }: Props) {
  const { touchpoint, country, device } = item.segments
  const tagging = useTagging()
  const isSelected = tagging?.selected.has(item.id)
  const facts = [country && country !== others && segmentName('country', country), device, about ?? touchpoint].filter(Boolean)
  return (
    <article class={isSelected ? 'verbatim selected' : 'verbatim'} tabIndex={-1}>
      <div>
        <ScoreMark item={item} />
        {tagging?.select && (
          <label class="select">
            <span class="hidden">Select this response</span>
            <input type="checkbox" checked={isSelected} onChange={() => tagging.select?.(item)} />
          </label>
        )}
      </div>
      <div class="said">
        {item.comment ? (
          <p dir="auto" lang={item.segments.language}>
            <Marked text={item.comment} typed={q} />
          </p>
        ) : (
          <p class="soft">No comment.</p>
        )}
        <AskedAnswers item={item} q={q} questions={questions} />
        <Tagged item={item} />
        {item.atRisk && <AtRisk />}
        <ContactLine item={item} />
        <p class="small soft meta">
          <time dateTime={item.answeredAt} title={`${longDay(item.day)} (the site's day)`}>
            {ago(item.answeredAt)}
          </time>
          {facts.map((fact) => (
            <span key={fact}> · {fact}</span>
          ))}
          {item.source !== 'widget' && <span> · {item.source}</span>}
          {tagging && item.identified && may('agent') && (
            <span>
              {' · '}
              <a href={customerPath(item.id)}>this customer</a>
            </span>
          )}
          {tagging?.pick && <TakeUp item={item} />}
        </p>
      </div>
    </article>
  )
}
