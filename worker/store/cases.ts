import { type Selectable, sql } from 'kysely'
import type { CaseCounts, CaseEvent, CaseItem, CaseState } from '../contract/case.ts'
import type { Order } from '../contract/order.ts'
import type { Part } from '../contract/people.ts'
import type { Status } from '../contract/response.ts'
import type { CaseTimes } from '../domain/case-figures.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { isUnhappy } from './matching.ts'
import { type ReplyRow, replyView } from './replies.ts'
import type { Schema } from './schema.ts'
import { matchingSets } from './segments.ts'
import { listSurveys } from './surveys.ts'

const dayMs = 86_400_000
/** As cases_open has it: without a due time last. */
const due = sql<number>`coalesce(due_at, 8640000000000000)`

export interface CasesAsked {
  status: 'open' | 'closed' | Status
  /** A person's id; null for cases that nobody owns. */
  owner: string | null | undefined
  overdue: boolean
  waiting: boolean
  part: Part
  now: number
}

/** Where a page of cases begins: behind this one. */
export interface CaseKey {
  at: number
  response: number
}

type CaseRow = Selectable<Schema['cases']> & { owner_name: string | null; rule_name: string | null }

/** Cases with the names of who owns them and of their rules. */
const cases = (db: Db, site: string) =>
  db.query
    .selectFrom('cases')
    .leftJoin('people', 'people.id', 'cases.owner')
    .leftJoin('inbox_rules', 'inbox_rules.id', 'cases.rule')
    .selectAll('cases')
    .select(['people.name as owner_name', 'inbox_rules.name as rule_name'])
    .where('cases.site', '=', site)

/** A site's cases from a place on, open ones first due first, closed ones last closed first; at most `most` are looked at. */
export async function listCaseKeys(
  db: Db,
  site: string,
  asked: CasesAsked,
  after: CaseKey | undefined,
  most: number,
): Promise<CaseKey[]> {
  const { status, owner, overdue, waiting, part, now } = asked
  const isOpen = ['open', 'new', 'in-progress'].includes(status)
  const at = isOpen ? due : sql<number>`closed_at`
  let query = db.query
    .selectFrom('cases')
    .innerJoin('responses', 'responses.id', 'cases.response')
    .select(['cases.response', at.as('at')])
    .where('cases.site', '=', site)
    .where('closed_at', isOpen ? 'is' : 'is not', null)
    .where('test', '=', 0)
    .where('quarantined', '=', 0)
    .orderBy(at, isOpen ? 'asc' : 'desc')
    .orderBy('cases.response', isOpen ? 'asc' : 'desc')
    .limit(most)
  if (status !== 'open' && status !== 'closed') query = query.where('cases.status', '=', status)
  if (owner !== undefined) query = owner === null ? query.where('owner', 'is', null) : query.where('owner', '=', owner)
  if (overdue) query = query.where('due_at', '<', now)
  if (waiting) query = query.where(isWaiting(await listSurveys(db, site), now))
  if (part) query = query.where('segment_set', 'in', matchingSets(db, site, part))
  if (after)
    query = query.where(
      isOpen
        ? sql<boolean>`(${at}, cases.response) > (${after.at}, ${after.response})`
        : sql<boolean>`(${at}, cases.response) < (${after.at}, ${after.response})`,
    )
  return await query.execute()
}

/** The cases of these responses, by response. */
export async function findCases(
  db: Db,
  site: string,
  ids: readonly number[],
): Promise<Map<number, Pick<CaseItem, 'case' | 'order' | 'respondent'>>> {
  const rows = await cases(db, site)
    .innerJoin('responses', 'responses.id', 'cases.response')
    .select(['order_info', 'respondent'])
    .where('cases.response', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.response,
      { case: stateOf(row), order: JSON.parse(row.order_info) as Order, respondent: row.respondent || null },
    ]),
  )
}

function stateOf(row: CaseRow): CaseState {
  return {
    openedAt: iso(row.opened_at),
    rule: row.rule === '' ? null : { id: row.rule, name: row.rule_name },
    owner: row.owner === null ? null : { id: row.owner, name: row.owner_name },
    dueAt: isoOrNull(row.due_at),
    firstActionAt: isoOrNull(row.first_action_at),
    closedAt: isoOrNull(row.closed_at),
    revision: row.revision,
  }
}

/** Open cases, counted. */
export async function countCases(
  db: Db,
  site: string,
  { person, part, now }: { person: string | null; part: Part; now: number },
): Promise<CaseCounts> {
  const surveys = await listSurveys(db, site)
  const count = (where: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) FILTER (WHERE ${where})`
  let query = db.query
    .selectFrom('cases')
    .innerJoin('responses', 'responses.id', 'cases.response')
    .select([
      count(sql<boolean>`cases.status = 'new'`).as('new'),
      count(sql<boolean>`cases.status = 'in-progress'`).as('inProgress'),
      count(sql<boolean>`owner = ${person}`).as('mine'),
      count(sql<boolean>`owner IS NULL`).as('unowned'),
      count(sql<boolean>`due_at < ${now}`).as('overdue'),
      count(isWaiting(surveys, now)).as('waiting'),
    ])
    .where('cases.site', '=', site)
    .where('closed_at', 'is', null)
    .where('test', '=', 0)
    .where('quarantined', '=', 0)
  if (part) query = query.where('segment_set', 'in', matchingSets(db, site, part))
  return await query.executeTakeFirstOrThrow()
}

/** Unhappy, answered over a day ago, and nobody has done anything. */
const isWaiting = (surveys: Parameters<typeof isUnhappy>[0], now: number) =>
  sql<boolean>`(first_action_at IS NULL AND responses.answered_at < ${now - dayMs} AND ${isUnhappy(surveys)})`

/** What was done about a response, first to last; undefined when the site has no such response. */
export async function listCaseEvents(db: Db, site: string, response: number): Promise<CaseEvent[] | undefined> {
  const [found, events] = await batch(db, [
    db.query.selectFrom('responses').select('id').where('id', '=', response).where(sql`+site`, '=', site),
    db.query
      .selectFrom('case_events')
      .leftJoin('people', 'people.id', 'case_events.person')
      .leftJoin('people as owners', (join) => join.onRef('owners.id', '=', 'case_events.value').on('kind', '=', 'owner'))
      .leftJoin('inbox_rules', (join) => join.onRef('inbox_rules.id', '=', 'case_events.value').on('kind', '=', 'opened'))
      .leftJoin('replies', (join) => join.onRef('replies.id', '=', 'case_events.value').on('kind', '=', 'reply'))
      .select(['case_events.at', 'kind', 'value', 'case_events.person', 'people.name as by', 'owners.name as owner'])
      .select(['inbox_rules.name as rule', 'replies.id', 'subject', 'text', 'state', 'error', 'tried_at', 'due_at'])
      .where('case_events.response', '=', response)
      .where('case_events.site', '=', site)
      .orderBy('case_events.id'),
  ])
  if (rowsOf(found).length === 0) return
  return rowsOf<EventRow>(events).map((row) => ({
    at: iso(row.at),
    kind: row.kind,
    by: row.person === null ? null : { id: row.person, name: row.by },
    value: toldOf(row),
    ...(row.kind === 'reply' && { reply: replyView(row) }),
  }))
}

/** An event's value as others read it. */
function toldOf({ kind, value, owner, rule, text }: EventRow): string {
  if (kind === 'owner') return owner ?? ''
  if (kind === 'opened') return rule ?? ''
  if (kind === 'reply') return text
  return kind === 'due' && value ? iso(Number(value)) : value
}

type EventRow = Pick<Selectable<Schema['case_events']>, 'at' | 'kind' | 'value' | 'person'> &
  Record<'by' | 'owner' | 'rule', string | null> &
  // Only of replies, which go with their events.
  Pick<ReplyRow, 'id' | 'subject' | 'text' | 'state' | 'error' | 'tried_at' | 'due_at'>

/** Cases opened between two times (ms), the last opened first. */
export async function listCaseTimes(db: Db, site: string, from: number, to: number, most: number): Promise<CaseTimes[]> {
  return await db.query
    .selectFrom('cases')
    .leftJoin('people', 'people.id', 'cases.owner')
    .select(['rule', 'owner', 'people.name', 'opened_at', 'first_action_at', 'closed_at'])
    .where('site', '=', site)
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
    .orderBy('opened_at', 'desc')
    .limit(most)
    .execute()
}

const iso = (at: number) => new Date(at).toISOString()
const isoOrNull = (at: number | null) => (at === null ? null : iso(at))
