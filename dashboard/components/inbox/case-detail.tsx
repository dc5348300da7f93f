import type { CaseItem, CaseOwners, PatchCase } from '../../../worker/contract/case.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { customerPath } from '../../models/customer.ts'
import { longDay } from '../../models/days.ts'
import type { Told } from '../../models/use-inbox.ts'
import { money } from '../../models/wording.ts'
import { AskedAnswers } from '../asked-answers.tsx'
import { AtRisk } from '../at-risk.tsx'
import { ContactLine } from '../contact-line.tsx'
import { ScoreMark } from '../score-mark.tsx'
import { Tagged } from '../tagged.tsx'
import { CaseFields } from './case-fields.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseNote } from './case-note.tsx'
import { CaseReply } from './case-reply.tsx'

interface Props {
  item: CaseItem
  survey: Survey | undefined
  people: CaseOwners['people']
  turn: number
  change: (item: CaseItem, patch: Omit<PatchCase, 'revision'>) => Promise<boolean>
  changed: () => void
  tell: (told: Told) => void
  /** To the list, where there is no room for both. */
  back: () => void
}

/** One case: all that was answered, whose it is, and what was done. */
export function CaseDetail({ item, survey, people, turn, change, changed, tell, back }: Props) {
  const { order } = item
  const facts = [
    order.value !== undefined && ['Order', [money(order.currency ?? null, order.value), order.id].filter(Boolean).join(', ')],
    ...Object.entries(item.segments),
    ...Object.entries(item.traits).map(([name, value]) => [name, String(value)]),
  ].filter((fact) => fact !== false)
  return (
    <section class="case-detail" aria-label="The case">
      <button type="button" class="quiet back" onClick={back}>
        <span aria-hidden="true">←</span> All cases
      </button>
      <header>
        <ScoreMark item={item} />
        <div>
          <h2>{survey?.name ?? 'A response'}</h2>
          <p class="small soft">
            Answered on <time dateTime={item.answeredAt}>{longDay(item.day)}</time>
            {item.case.rule && (
              <>
                {' '}
                · came by <bdi>{item.case.rule.name ?? 'a rule that was deleted'}</bdi>
              </>
            )}
          </p>
        </div>
      </header>
      <div class="said">
        {item.comment ? (
          <p dir="auto" lang={item.segments.language}>
            {item.comment}
          </p>
        ) : (
          <p class="soft">No comment.</p>
        )}
        <AskedAnswers item={item} q="" questions={survey?.questions} />
        <Tagged item={item} />
        {item.atRisk && <AtRisk />}
        <ContactLine item={item} />
      </div>
      {facts.length + Number(item.identified) > 0 && (
        <dl class="case-facts small">
          {item.respondent !== null && (
            <div>
              <dt class="soft">Customer</dt>
              <dd>
                <a href={customerPath(item.id)}>
                  <bdi>{item.respondent}</bdi>
                </a>
              </dd>
            </div>
          )}
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt class="soft">{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <CaseReply
        item={item}
        replied={() => {
          tell({ words: 'The reply is on its way: it goes out within a minute.', isBad: false })
          changed()
        }}
      />
      <CaseFields item={item} people={people} change={(patch) => void change(item, patch)} />
      <CaseHistory item={item} turn={`${turn} ${item.case.revision}`} changed={changed} />
      <CaseNote add={(note) => change(item, { note })} />
    </section>
  )
}
