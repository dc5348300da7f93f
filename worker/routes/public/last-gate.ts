import type { Context } from 'hono'
import * as z from 'zod'
import { SentRespondent } from '../../contract/response.ts'
import type { Targeting } from '../../contract/targeting.ts'
import type { SurveyGates } from '../../contract/widget.ts'
import { isCapped, weighCaps } from '../../domain/caps.ts'
import { weighGates } from '../../domain/eligibility.ts'
import conditionsGate from '../../domain/gates/conditions.ts'
import datesGate from '../../domain/gates/dates.ts'
import type { Memory, Verdict } from '../../domain/gates/gate.ts'
import { gatesOf } from '../../domain/gates/of.ts'
import restGate from '../../domain/gates/rest.ts'
import { personOf } from '../../domain/person.ts'
import type { Env } from '../../env.ts'
import { readJsonBody } from '../../middleware/body.ts'
import { readShown } from '../../store/caps.ts'
import { readMemory } from '../../store/clocks.ts'
import type { Db } from '../../store/db.ts'
import type { LiveSite, LiveSurvey } from '../../store/live-sites.ts'
import { countryOf, placeOf } from './sender.ts'

/** Of all gates those that the server can weigh. */
const kinds = { dates: datesGate, conditions: conditionsGate, rest: restGate }

/** What the loader says when a survey is due: about whom. */
const Asking = z.looseObject({ respondent: SentRespondent })

/** The gates that need the server: its clock, its view of the connection, an identified person's clocks, and the caps. */
export async function weighLast(
  c: Context<{ Bindings: Env }>,
  db: Db,
  live: LiveSite,
  survey: LiveSurvey,
  targeting: Targeting,
): Promise<Verdict[]> {
  const { dates, conditions } = gatesOf(targeting, placeOf(live, survey))
  const byCountry = conditions?.filter(({ on }) => on === 'country') ?? []
  const gates: SurveyGates = { ...(dates && { dates }), ...(byCountry.length > 0 && { conditions: byCountry }) }
  const page = { path: '', events: new Set<string>(), country: countryOf(c) }
  return [...(await weighKnown(c, db, live, survey, targeting)), ...weighGates(gates, kinds, page, {}, Date.now())]
}

/** Of these what no page can know by itself: the caps, and what is remembered of somebody identified. */
export async function weighKnown(
  c: Context<{ Bindings: Env }>,
  db: Db,
  live: LiveSite,
  survey: LiveSurvey,
  targeting: Targeting,
): Promise<Verdict[]> {
  const now = Date.now()
  const { rest } = gatesOf(targeting, placeOf(live, survey))
  const [memory, cap] = await Promise.all([rememberedOf(c, db, live, survey), capVerdict(db, live, survey, targeting, now)])
  const page = { path: '', events: new Set<string>() }
  return [...(memory ? weighGates(rest ? { rest } : {}, kinds, page, memory, now) : []), ...cap]
}

/** Whether a survey may be shown once more, by what `read` says of its displays; nothing where it has no cap. */
export async function capVerdict(
  db: Db,
  live: LiveSite,
  survey: LiveSurvey,
  { caps }: Targeting,
  now: number,
  read = readShown,
): Promise<Verdict[]> {
  if (!isCapped(caps)) return []
  return [weighCaps(caps, await read(db, survey, caps, live.site.timeZone, now))]
}

/** Undefined where nobody is identified. */
async function rememberedOf(
  c: Context<{ Bindings: Env }>,
  db: Db,
  live: LiveSite,
  survey: LiveSurvey,
): Promise<Memory | undefined> {
  const body = await readJsonBody(c.req.raw, ['application/json', 'text/plain'])
  const asking = Asking.safeParse(body.ok ? body.value : {})
  const person = await personOf(asking.success ? asking.data.respondent : undefined, live.identitySecret)
  return person && (await readMemory(db, live.site.id, person, survey.id))
}
