import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import { readKnown } from '../../worker/store/asked.ts'
import { atRiskAmong } from '../../worker/store/at-risk.ts'
import { changeCases } from '../../worker/store/change-cases.ts'
import { batch, type Db } from '../../worker/store/db.ts'
import { casesFor } from '../../worker/store/open-cases.ts'
import type { Site } from '../../worker/store/sites.ts'

const days = 6
const daysOfRisk = 30
const most = 24
const hour = 3_600_000

const names = ['ann', 'bilal', 'chiara', 'dmitri', 'elif', 'fatou']
const notes = ['Rang her: a new parcel is on its way.', 'Asked the carrier; they look for it.', 'Refunded the shipping.']

/**
 * Gives the demo an inbox: cases of the unhappy of the last days and of valued customers at risk, opened as the rule would have, some taken up and some closed. Nothing where there
 * are cases already.
 */
export async function addCases(db: Db, site: Site, person: string, now: number): Promise<void> {
  const any = await db.query.selectFrom('cases').select('response').where('site', '=', site.id).limit(1).executeTakeFirst()
  if (any) return
  const rows = await db.query
    .selectFrom('responses')
    .innerJoin('surveys', 'surveys.id', 'responses.survey')
    .select(['responses.id', 'answered_at'])
    .where('responses.site', '=', site.id)
    .where('day', '>=', addDays(dayOf(now, site.timeZone), -days))
    .where('comment', '!=', '')
    .where('metric', '!=', 'none')
    .where('score', '<=', 2)
    .orderBy('responses.id', 'desc')
    .limit(most)
    .execute()
  const known = await readKnown(db, site.id)
  const each = new Map([...(await listAtRisk(db, site, now)), ...rows].map((row) => [row.id, row]))
  for (const [i, { id, answered_at }] of [...each.values()].entries()) {
    const openedAt = answered_at + 60_000
    await batch(db, await casesFor(db, { site, known, responses: [id], now: openedAt }))
    // Every second one left an address, at a domain that is nobody's.
    if (i % 2 === 0) await insertContact(db, site.id, id, openedAt, names[(i / 2) % names.length] ?? '')
    const later = (hours: number) => ({ person, now: Math.min(now, openedAt + hours * hour) })
    // Every third is nobody's yet.
    if (i % 3 === 2) continue
    await changeCases(db, site.id, [id], { owner: person, status: 'in-progress' }, later(1 + (i % 7)))
    if (i % 2 === 1) continue
    await changeCases(db, site.id, [id], { note: notes[i % notes.length] }, later(3 + (i % 5)))
    if (i > 3) await changeCases(db, site.id, [id], { status: i % 8 === 4 ? 'wont-fix' : 'resolved' }, later(6 + 2 * i))
  }
}

async function insertContact(db: Db, site: string, response: number, at: number, name: string): Promise<void> {
  const about = { response, site, question: 'contact', kind: 'email', purpose: 'To tell you what became of it' } as const
  await db.query
    .insertInto('contacts')
    .values({ ...about, value: `${name}@customer.example`, created_at: at, resolved_at: null })
    .execute()
}

/** Of the last month, those by which a valued customer is at risk. */
async function listAtRisk(db: Db, site: Site, now: number): Promise<{ id: number; answered_at: number }[]> {
  const rows = await db.query
    .selectFrom('responses')
    .select(['id', 'answered_at'])
    .where('site', '=', site.id)
    .where('respondent', '<>', '')
    .where('day', '>=', addDays(dayOf(now, site.timeZone), -daysOfRisk))
    .orderBy('id', 'desc')
    .execute()
  const atRisk = await atRiskAmong(
    db,
    site.id,
    rows.map(({ id }) => id),
    null,
  )
  return rows.filter(({ id }) => atRisk.has(id))
}
