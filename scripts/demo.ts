// Loads the demo: a shop, its customers, three live surveys and 90 days of sample answers, more of the oldest survey. Later starts add the days since.
import process from 'node:process'
import { defaultDimensions } from '../worker/contract/site.ts'
import { addDays, type Day, dayOf, startOfDay } from '../worker/domain/calendar.ts'
import { definitionFaults, draftOf } from '../worker/domain/definition.ts'
import { newId, newReceipt } from '../worker/domain/ids.ts'
import { sha256 } from '../worker/domain/secrets.ts'
import { segmentsOf, type Traits } from '../worker/domain/segments.ts'
import { standardTargeting } from '../worker/domain/standard.ts'
import { newTag } from '../worker/domain/tagging/new-tag.ts'
import { starterTags } from '../worker/domain/tagging/starter.ts'
import { stepTagging } from '../worker/domain/tagging/step-tagging.ts'
import { wordingsOf } from '../worker/domain/wordings.ts'
import english from '../worker/locales/en.ts'
import { catalogue } from '../worker/routes/demo/catalogue.ts'
import { demoEmail, demoOwnerEmail, demoSiteKey } from '../worker/routes/demo/identity.ts'
import { insertAlert } from '../worker/store/alerts.ts'
import { countProducts, replaceProducts } from '../worker/store/catalogue.ts'
import { batch, type Db } from '../worker/store/db.ts'
import { saveDisplays } from '../worker/store/displays.ts'
import { foundSite } from '../worker/store/founding.ts'
import { type LiveSite, liveSite } from '../worker/store/live-sites.ts'
import { insertMember } from '../worker/store/members.ts'
import { findPersonByEmail, insertPerson } from '../worker/store/people.ts'
import { type ResponseStep, saveSteps } from '../worker/store/responses.ts'
import { segmentSetOf } from '../worker/store/segments.ts'
import { findSiteByKey, updateSite } from '../worker/store/sites.ts'
import { publishVersion } from '../worker/store/survey-versions.ts'
import { insertSurvey, listSurveys } from '../worker/store/surveys.ts'
import { insertTags, tagsOf } from '../worker/store/tags.ts'
import { openEmbedded } from './lib/d1.ts'
import { addCases } from './lib/demo-cases.ts'
import { addCustomers, addReorders, customerBands } from './lib/demo-customers.ts'
import { readStandards } from './lib/locales.ts'
import { readSettings } from './lib/settings.ts'
import { type SampleReorder, sampleCustomers } from './sample/customers.ts'
import { type SampleSurvey, sampleDay, sampleDisplays, sampleShelves } from './sample.ts'

const seed = 20260301
const days = 90
/** Whoever ordered has been asked for longer: who came back within 90 days is known once they are over. */
const daysOfOrders = 150
const customers = new Map(sampleCustomers(seed).map(({ id, traits }) => [id, traits]))
const timeZone = 'Europe/Berlin'
const shop = 'Fern & Loom'
/** With codes on its shelves, that say where they hang. */
const dimensions = [...defaultDimensions, 'location', ...customerBands.map(({ dimension }) => dimension)]
/** Eager, so that a visitor sees each survey at once; a real shop keeps the patient defaults. */
const demoTargeting = { ...standardTargeting, delaySeconds: 1, daysAcrossSurveys: 0 }

/** In the order of the customer's journey; the overview shows the last one first. */
const surveys: Record<SampleSurvey, { name: string; touchpoint: string }> = {
  ces: { name: 'Cart', touchpoint: 'cart' },
  csat: { name: 'Product page', touchpoint: 'product' },
  nps: { name: 'Order success', touchpoint: 'order-success' },
}

const settings = readSettings(process.env)
if (settings instanceof Error) throw settings
const { db, close } = await openEmbedded(settings.stateDir)
try {
  await loadDemo(db, settings.port, Date.now())
} finally {
  await close()
}

async function loadDemo(db: Db, port: number, now: number): Promise<void> {
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  const found = await findSiteByKey(db, demoSiteKey)
  if (found) await updateSite(db, found.id, { origins })
  else await makeShop(db, origins, now)
  await addTags(db, now)
  await addCatalogue(db)
  const live = await liveSite(db, demoSiteKey, now)
  if (!live) throw new Error('the demo site is missing')

  const today = dayOf(now, timeZone)
  const first = await firstDay(db, live.site.id)
  const last = await newestDay(db, live)
  for (let day = last ? addDays(last, 1) : addDays(today, -daysOfOrders); day < today; day = addDays(day, 1)) {
    await saveDay(db, live, day, first ?? today)
  }
  if (knowsCustomers(live))
    await addReorders(db, live.site.id, reordersSince(addDays(today, -daysOfOrders), today, first ?? today), now)
  const manager = await findPersonByEmail(db, demoEmail)
  if (manager) await addCases(db, live.site, manager.id, now)
}

/** Some lie ahead of the day that their answers were loaded on: each start tells of those that have come. */
function reordersSince(from: Day, today: Day, firstStart: Day) {
  const all: (SampleReorder & { at: number })[] = []
  for (let day = from; day < today; day = addDays(day, 1)) {
    const midnight = startOfDay(day, timeZone)
    for (const { minute, reorder } of samplesOf(day, firstStart))
      if (reorder) all.push({ ...reorder, at: midnight + minute * 60_000 + reorder.afterDays * 86_400_000 })
  }
  return all
}

/** Before the last 90 days only whoever had ordered was asked. */
function samplesOf(day: Day, firstStart: Day) {
  const answers = sampleDay(day, seed, firstStart)
  return isFull(day, firstStart) ? [...answers, ...sampleShelves(day, seed)] : answers.filter(({ survey }) => survey === 'nps')
}

/** A demo that was begun before there were customers goes on without. */
function knowsCustomers({ site }: LiveSite): boolean {
  return customerBands.every(({ dimension }) => site.dimensions.includes(dimension))
}

function isFull(day: Day, firstStart: Day): boolean {
  return day >= addDays(firstStart, -days)
}

async function makeShop(db: Db, origins: string[], now: number): Promise<void> {
  // The shop is somebody's, but the one who opens the demo only manages its surveys.
  const owner = { email: demoOwnerEmail, name: 'Demo owner' }
  const { site } = await foundSite(db, owner, { name: shop, origins, timeZone, dimensions, key: demoSiteKey, demo: true }, now)
  await updateSite(db, site.id, { replyTo: 'help@fern-and-loom.example' })
  const manager = { id: newId('psn'), email: demoEmail, name: 'Demo manager' }
  await batch(db, [insertPerson(db, manager, now), insertMember(db, { site: site.id, person: manager.id, role: 'manager' }, now)])
  await updateSite(db, site.id, { bands: customerBands })
  await addCustomers(db, site.id, customers, now)
  await insertAlert(db, alertOf(site.id, manager.id, now))
  const standards = await readStandards()
  for (const [i, [metric, { name, touchpoint }]] of Object.entries(surveys).entries()) {
    const draft = draftOf({ name, metric: metric as SampleSurvey, targeting: demoTargeting }, shop, english.standard)
    if (definitionFaults(draft).length > 0) throw new Error(`the demo's ${name} survey does not hold together`)
    const { metric: kind, points } = draft
    const stamp = { version: 0, revision: 1, goal: null, created_at: now + i, updated_at: now + i, edited_at: now + i }
    const survey = {
      id: newId('srv'),
      site: site.id,
      name,
      metric: kind,
      points,
      touchpoint,
      state: 'draft' as const,
      draft,
      edited_by: null,
      editor: null,
      ...stamp,
    }
    await insertSurvey(db, survey)
    await publishVersion(db, survey, wordingsOf(draft, standards), now)
  }
}

/** Tells the one who opens the demo of whoever answers it unhappily. */
function alertOf(site: string, person: string, now: number): Parameters<typeof insertAlert>[1] {
  return {
    ...{ id: newId('alr'), site, kind: 'response', name: 'Unhappy customers', active: 1, created_at: now },
    ...{ conditions: JSON.stringify({ unhappy: true }), view: null, endpoints: '[]', people: JSON.stringify([person]) },
    ...{ quiet_from: '', quiet_to: '', hourly_cap: 10 },
  }
}

/** A demo that was begun before there were catalogues gets its own too. */
async function addCatalogue(db: Db): Promise<void> {
  const site = await findSiteByKey(db, demoSiteKey)
  if (!site || (await countProducts(db, site.id)) > 0) return
  const products = catalogue.map(({ sku, name, category }) => ({ sku, name, category }))
  await replaceProducts(db, site.id, products)
}

/** Unless the demo has ever had tags: whoever removed them shall not find them again. */
async function addTags(db: Db, now: number): Promise<void> {
  const site = await findSiteByKey(db, demoSiteKey)
  if (!site || (await tagsOf(db, site.id).execute()).length > 0) return
  await insertTags(
    db,
    site.id,
    starterTags.map((tag, i) => newTag(tag, i, now)),
    starterTags.length,
  )
}

async function firstDay(db: Db, site: string): Promise<Day | undefined> {
  const row = await db.query.selectFrom('sites').select('created_at').where('id', '=', site).executeTakeFirst()
  return row && dayOf(row.created_at, timeZone)
}

/** The newest day that was loaded; what visitors of the demo answered themselves doesn't count. */
async function newestDay(db: Db, live: LiveSite): Promise<Day | undefined> {
  const row = await db.query
    .selectFrom('responses')
    .select((c) => c.fn.max('submission').as('key'))
    .where('site', '=', live.site.id)
    .where('submission', '>=', 'demo:')
    .where('submission', '<', 'demo;')
    .executeTakeFirst()
  return row?.key?.split(':')[1]
}

async function saveDay(db: Db, live: LiveSite, day: Day, firstStart: Day): Promise<void> {
  const ids = await surveyIds(db, live)
  const { site, segments: known } = live
  const setOf = (
    survey: SampleSurvey,
    shopper: { device: string; language: string; country: string; location?: string },
    told: Traits = {},
  ) => {
    const surroundings = { touchpoint: surveys[survey].touchpoint, source: shopper.location ? 'link' : 'widget', ...shopper }
    return segmentSetOf(db, site.id, known, segmentsOf(site.dimensions, surroundings, told, site.settings.bands))
  }
  const midnight = startOfDay(day, timeZone)
  const tallies = await Promise.all(
    sampleDisplays(day, seed, firstStart)
      .filter(({ survey }) => survey === 'nps' || isFull(day, firstStart))
      .map(async ({ survey, shown, started, dismissed, ...shopper }) => ({
        survey: ids[survey],
        day,
        segmentSet: await setOf(survey, shopper),
        ...{ shown, started, dismissed },
      })),
  )
  await saveDisplays(db, known, { site: site.id, key: `demo ${day}`, receipt: newReceipt(), tallies, now: midnight })
  const steps = samplesOf(day, firstStart).map(async (sample, i): Promise<ResponseStep> => {
    const { survey, score, comment, minute, complete, order, customer = '', reorder: _, ...shopper } = sample
    const told = knowsCustomers(live) ? customers.get(customer) : undefined
    const at = midnight + minute * 60_000
    const submission = `demo:${day}:${i}`
    return {
      site: site.id,
      survey: ids[survey],
      submission,
      submissionHash: await sha256(submission),
      seq: 1,
      complete,
      version: 1,
      contacts: {},
      answers: { score, comment, closed: {}, texts: {} },
      digest: '',
      tagging: stepTagging(
        { tagger: live.tagger, now: at },
        { comment, locale: shopper.language, scale: scaleOf(live, ids[survey]) },
      ),
      segmentSet: await setOf(survey, shopper, told),
      traits: JSON.stringify(told ?? {}),
      order: JSON.stringify(order ?? {}),
      respondent: told ? customer : '',
      locale: shopper.language,
      url: '',
      source: shopper.location ? 'link' : 'widget',
      day,
      answeredAt: at,
      receivedAt: at,
      import: '',
      receipt: newReceipt(),
    }
  })
  await saveSteps(db, known, await Promise.all(steps), { before: [], after: [] })
}

function scaleOf(live: LiveSite, survey: string) {
  const { metric, points } = live.surveys.get(survey) ?? { metric: 'none', points: 0 }
  return { metric, points }
}

async function surveyIds(db: Db, live: LiveSite): Promise<Record<SampleSurvey, string>> {
  const made = await listSurveys(db, live.site.id)
  const idOf = (metric: SampleSurvey) => {
    const survey = made.find((one) => one.metric === metric && one.name === surveys[metric].name)
    if (!survey) throw new Error(`the demo's ${surveys[metric].name} survey is missing`)
    return survey.id
  }
  return { nps: idOf('nps'), csat: idOf('csat'), ces: idOf('ces') }
}
