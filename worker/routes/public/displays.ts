import type { Context } from 'hono'
import { SendDisplays } from '../../contract/display.ts'
import { dayOf } from '../../domain/calendar.ts'
import { newReceipt } from '../../domain/ids.ts'
import { personOf } from '../../domain/person.ts'
import { canonicalSegments, segmentsOf } from '../../domain/segments.ts'
import { readTraits } from '../../domain/traits.ts'
import type { Env } from '../../env.ts'
import { readJsonBody } from '../../middleware/body.ts'
import { problem } from '../../middleware/problem.ts'
import { busy, inPlace, reading } from '../../middleware/shed.ts'
import { validationErrors } from '../../middleware/validation.ts'
import { forgetShown } from '../../store/caps.ts'
import { displayClocks, type Happened } from '../../store/clocks.ts'
import { openDb } from '../../store/db.ts'
import { type DisplayTally, saveDisplays } from '../../store/displays.ts'
import { forgetSite, type LiveSurvey } from '../../store/live-sites.ts'
import { segmentSetOf } from '../../store/segments.ts'
import { answerableSurvey, isRefusal, senderOf, surroundingsOf } from './sender.ts'

/** `POST /v1/displays`: 201 counted now, 200 counted before. */
export async function postDisplays(c: Context<{ Bindings: Env }>): Promise<Response> {
  const now = Date.now()
  const body = await reading(c, () => readJsonBody(c.req.raw, ['application/json', 'text/plain']))
  if (!body.ok) return problem(c, body.refusal)
  const parsed = SendDisplays.safeParse(body.value)
  if (!parsed.success) return problem(c, { status: 400, errors: validationErrors(parsed.error) })
  return (await inPlace(c, () => count(c, parsed.data, now))) ?? problem(c, busy)
}

async function count(c: Context<{ Bindings: Env }>, send: SendDisplays, now: number): Promise<Response> {
  const db = openDb(c.env.DB)
  const sender = await senderOf(c, db, send.site, now)
  if (!sender.ok) return problem(c, sender.refusal)
  const traits = readTraits(send.traits)
  if (!traits.ok) return problem(c, { status: 422, errors: traits.faults })

  // Somebody tries a draft out: nothing is counted.
  if (sender.live.test) return c.json({ key: send.key }, 201)
  const { site, segments: known } = sender.live
  const day = dayOf(now, site.timeZone)
  const tallies = new Map<string, DisplayTally>()
  const clocks = new Map<string, Happened>()
  const shown = new Set<LiveSurvey>()
  for (const event of send.events) {
    const survey = answerableSurvey(sender.live, event.survey)
    if (isRefusal(survey)) return problem(c, survey)
    const clock = clocks.get(survey.id) ?? { survey: survey.id, shown: 0, dismissed: 0, never: 0 }
    clocks.set(survey.id, clock)
    if (event.type !== 'started') clock[event.type] = now
    if (event.type === 'never') continue
    if (event.type === 'shown') shown.add(survey)
    const surroundings = surroundingsOf(c, {
      touchpoint: event.touchpoint ?? survey.touchpoint,
      locale: event.locale ?? '',
      source: 'widget',
    })
    const segments = segmentsOf(site.dimensions, surroundings, traits.traits, site.settings.bands)
    const key = `${survey.id} ${canonicalSegments(segments)}`
    const counted = tallies.get(key) ?? {
      survey: survey.id,
      day,
      segmentSet: await segmentSetOf(db, site.id, known, segments),
      shown: 0,
      started: 0,
      dismissed: 0,
    }
    counted[event.type]++
    tallies.set(key, counted)
  }
  const batch = { site: site.id, key: send.key, receipt: newReceipt(), tallies: [...tallies.values()], now }
  const person = await personOf(send.respondent, sender.live.identitySecret)
  const happened = [...clocks.values()].filter(({ shown, dismissed, never }) => shown || dismissed || never)
  const clockStatements = person ? displayClocks(db, site.id, person, happened, batch) : []
  const counted = await saveDisplays(db, known, { ...batch, clocks: clockStatements })
  for (const survey of shown) forgetShown(survey)
  // From now on its loaders ask the server about people they know.
  if (clockStatements.length > 0 && !sender.live.identified) forgetSite(db, site.key)
  return c.json({ key: send.key }, counted ? 201 : 200)
}
