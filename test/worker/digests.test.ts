import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Digest, Digests } from '../../worker/contract/digest.ts'
import { unsubscribeToken } from '../../worker/domain/unsubscribing.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, send } from './support/shop.ts'

let shops = 0
let shop: Shop
let survey: string

beforeAll(migrate)
afterEach(() => {
  vi.useRealTimers()
})

const at = (iso: string) => vi.setSystemTime(Date.parse(iso))

/** A shop in Berlin with a live survey, on a Wednesday; its clock stands still. */
async function arrange(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-18T12:00:00Z') })
  shop = await insertShop(`d${100 + shops++}`, ['https://shop.example'], { timeZone: 'Europe/Berlin' })
  survey = await publishSurvey(shop, { name: 'Checkout' })
}

const digests = (method: string, path = '', body?: unknown) => manage(shop.apiKey, method, `/api/v1/digests${path}`, body)
async function make(more: object = {}): Promise<string> {
  const made = await digests('POST', '', { name: 'Week', frequency: 'weekly', addresses: ['board@mail.example'], ...more })
  expect(made.status).toBe(201)
  return (await json<Digest>(made)).id
}
const read = (id: string) => json<Digest>(digests('GET', `/${id}`))
const answer = async (score: number, why = `Because of ${score}`, more: object = {}) => {
  expect((await respond(shop, survey, { complete: true, answers: { score, why }, ...more })).status).toBe(201)
}
const run = async (iso: string) => {
  at(iso)
  await runScheduled()
}
const issued = async () =>
  (
    await db
      .prepare("SELECT id, target, about, state FROM deliveries WHERE site = ? AND type = 'digest.issued' ORDER BY target, about")
      .bind(shop.site.id)
      .all<{ id: string; target: string; about: string; state: string }>()
  ).results
const due = '2026-11-23T07:00:00Z'

describe('a digest', () => {
  it('goes out once for its week, at its hour of the shop, however often the job runs', async () => {
    await arrange()
    const id = await make()
    expect(await read(id)).toMatchObject({
      ...{ active: true, last: null, unsubscribed: [], gone: [], language: 'en', day: 1, hour: 8 },
      next: { at: '2026-11-23T07:00:00.000Z', from: '2026-11-16', to: '2026-11-22' },
    })
    await answer(9)
    await run('2026-11-23T06:59:30Z')
    expect(await issued()).toEqual([])
    await run(due)
    await Promise.all([runScheduled(), runScheduled()])
    await run('2026-11-23T07:01:00Z')
    await run('2026-11-29T22:00:00Z')
    expect(await issued()).toMatchObject([{ target: 'board@mail.example', about: `${id}/2026-11-16/2026-11-22` }])
    expect(await read(id)).toMatchObject({
      last: { from: '2026-11-16', outcome: 'sent' },
      next: { at: '2026-11-30T07:00:00.000Z', from: '2026-11-23', to: '2026-11-29' },
    })
  })

  it('goes out once where a run died after it put the mails on their way, or two of them saw it due', async () => {
    await arrange()
    const id = await make({ addresses: ['board@mail.example', 'ann@mail.example'] })
    await answer(9)
    await run(due)
    const first = await issued()
    expect(first).toHaveLength(2)
    // As another run saw it that had read it before.
    await db.prepare("UPDATE digests SET period = '2026-11-09', due_at = 0 WHERE id = ?").bind(id).run()
    await run('2026-11-23T07:01:00Z')
    expect((await issued()).map(({ id: one }) => one)).toEqual(first.map(({ id: one }) => one))
  })

  it('is not sent of a week in which nobody answered, nor of tests, and the next one is', async () => {
    await arrange()
    const id = await make()
    await answer(9)
    await db.prepare('UPDATE responses SET test = 1 WHERE survey = ?').bind(survey).run()
    await run(due)
    expect(await issued()).toEqual([])
    expect((await read(id)).last).toEqual({ from: '2026-11-16', outcome: 'empty' })
    await answer(3)
    await run('2026-11-30T07:00:00Z')
    expect((await issued()).map(({ about }) => about)).toEqual([`${id}/2026-11-23/2026-11-29`])
  })

  it('is not sent while it is paused, and what passed meanwhile is not sent after', async () => {
    await arrange()
    const id = await make({ active: false })
    await answer(9)
    await run(due)
    expect(await issued()).toEqual([])
    expect((await read(id)).next).toBeNull()
    expect((await json<Digest>(digests('PATCH', `/${id}`, { active: true }))).next?.at).toBe('2026-11-30T07:00:00.000Z')
    await run('2026-11-23T07:05:00Z')
    expect(await issued()).toEqual([])
    await answer(9)
    await run('2026-11-30T07:00:00Z')
    expect(await issued()).toHaveLength(1)
  })

  it('that was due while nothing ran is sent once that does, of the last period alone', async () => {
    await arrange()
    const id = await make()
    await answer(9)
    at('2026-11-24T12:00:00Z')
    await answer(8)
    await run('2026-12-02T03:00:00Z')
    expect((await issued()).map(({ about }) => about)).toEqual([`${id}/2026-11-23/2026-11-29`])
  })

  it('keeps to the shop’s clock when that is put elsewhere, and to other times from then on', async () => {
    await arrange()
    const id = await make()
    await answer(9)
    await db.prepare("UPDATE sites SET time_zone = 'America/Los_Angeles' WHERE id = ?").bind(shop.site.id).run()
    await run(due)
    expect(await issued()).toEqual([])
    await run('2026-11-23T15:59:00Z')
    expect(await issued()).toEqual([])
    await digests('PATCH', `/${id}`, { hour: 9 })
    await run('2026-11-23T16:00:00Z')
    expect(await issued()).toEqual([])
    await run('2026-11-23T17:00:00Z')
    expect(await issued()).toHaveLength(1)
  })

  it('comes as early as the shop’s clock now says, where that was put forward', async () => {
    await arrange()
    const zone = (timeZone: string) => manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { timeZone })
    expect((await zone('America/Los_Angeles')).status).toBe(200)
    const id = await make()
    expect((await read(id)).next?.at).toBe('2026-11-23T16:00:00.000Z')
    await answer(9)
    expect((await zone('Europe/Berlin')).status).toBe(200)
    await run('2026-11-23T06:59:00Z')
    expect(await issued()).toEqual([])
    await run(due)
    expect(await issued()).toHaveLength(1)
  })

  it('each month is of the whole month before', async () => {
    await arrange()
    const id = await make({ frequency: 'monthly', day: 3 })
    await answer(9)
    await run('2026-12-03T07:00:00Z')
    expect((await issued()).map(({ about }) => about)).toEqual([`${id}/2026-11-01/2026-11-30`])
  })

  it('goes to members as long as they are and see all of the site', async () => {
    await arrange()
    const [mona, gone] = [await joinAs(shop, 'viewer', 'mona@mail.example'), await joinAs(shop, 'viewer', 'gone@mail.example')]
    const part = await joinAs(shop, 'agent', 'part@mail.example', { touchpoint: ['cart'] })
    const id = await make({ addresses: [], people: [mona.id, gone.id] })
    expect((await digests('PATCH', `/${id}`, { people: [part.id] })).status).toBe(422)
    await manage(shop.apiKey, 'DELETE', `/api/v1/members/${gone.id}`)
    await answer(9)
    await run(due)
    expect((await issued()).map(({ target }) => target)).toEqual(['mona@mail.example'])
  })

  it('that names what has gone is not sent, and says so', async () => {
    await arrange()
    const view = await json<{ id: string }>(
      manage(shop.apiKey, 'POST', '/api/v1/views', { name: 'Tens', conditions: { score: 10 }, shared: true }),
    )
    const id = await make({ view: view.id })
    await manage(shop.apiKey, 'DELETE', `/api/v1/views/${view.id}`)
    await answer(10)
    await run(due)
    expect(await issued()).toEqual([])
    expect(await read(id)).toMatchObject({ last: { outcome: 'gone' }, gone: [{ pointer: '/view' }] })
  })
})

describe('what a digest says', () => {
  const preview = async (id: string) => {
    const page = await digests('GET', `/${id}/preview`)
    expect(page.status).toBe(200)
    expect(page.headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    return (await page.text())
      .replace(/<head>.*<\/head>/s, '')
      .replaceAll('<br>', '\n')
      .replaceAll(/<[^>]+>/g, '')
  }

  it('is of the last whole week: score, change, voices and open cases, as the report has them', async () => {
    await arrange()
    const id = await make({ language: 'de' })
    at('2026-11-11T12:00:00Z')
    for (const score of [10, 0]) await answer(score)
    at('2026-11-18T12:00:00Z')
    await answer(10, 'Arrived early and well packed')
    await answer(10, 'Call me at ann@shopper.example, lovely people')
    await answer(2, 'The <b>parcel</b> came three days late')
    await run('2026-11-18T12:02:00Z')
    at('2026-11-24T12:00:00Z')
    await answer(0, 'Not of that week, not to be told')
    const text = await preview(id)
    expect(text).toContain('33,3')
    expect(text).toContain('NPS aus 3 Antworten')
    expect(text).toContain('33,3\u00a0Punkte höher als in der Woche davor')
    expect(text).toContain('Arrived early and well packed')
    expect(text).toContain('The &lt;b&gt;parcel&lt;/b&gt; came three days late')
    expect(text).toContain('2 offen: 2 neu, 0 in Arbeit. 2 überfällig, 2 ohne Zuständige.')
    for (const other of ['ann@shopper.example', 'not to be told']) expect(text).not.toContain(other)
  })

  it('may be a saved view: by segment from counts, by words from responses, and of chosen scores only how many', async () => {
    await arrange()
    const viewOf = async (name: string, conditions: object) =>
      (await json<{ id: string }>(manage(shop.apiKey, 'POST', '/api/v1/views', { name, conditions, shared: true }))).id
    await answer(10, 'Parcel came early', { context: { touchpoint: 'cart' } })
    await answer(0, 'Parcel came late', { context: { touchpoint: 'account' } })
    await answer(9, 'Lovely scarf', { context: { touchpoint: 'account' } })
    at(due)
    const said = async (conditions: object) => preview(await make({ view: await viewOf(JSON.stringify(conditions), conditions) }))
    expect(await said({ segments: { touchpoint: 'cart' } })).toMatch(/100\.0\s+NPS of 1 answer,/)
    expect(await said({ q: 'parcel' })).toMatch(/\b0\.0\s+NPS of 2 answers/)
    const unhappy = await said({ unhappy: true })
    expect(unhappy).toMatch(/1\s+response\s/)
    expect(unhappy).not.toContain('NPS')
    expect(unhappy).toContain('Parcel came late')
    expect(unhappy).not.toContain('Parcel came early')
  })

  it('is in the language of the site’s newest survey unless another is said', async () => {
    await arrange()
    expect((await read(await make())).language).toBe('en')
    at('2026-11-18T12:01:00Z')
    await publishSurvey(shop, { name: 'Kasse', locale: 'de' })
    expect((await read(await make())).language).toBe('de')
    expect((await read(await make({ language: 'nl' }))).language).toBe('nl')
  })
})

describe('whoever gets a digest', () => {
  const optout = async (id: string, email: string) => {
    const row = await db.prepare('SELECT id, secret FROM digests WHERE id = ?').bind(id).first<{ id: string; secret: string }>()
    return `/unsubscribe/${await unsubscribeToken(row ?? { id: '', secret: '' }, email)}`
  }

  it('leaves it by one POST, as mail programs send it; opening the link changes nothing', async () => {
    await arrange()
    const id = await make({ addresses: ['board@mail.example', 'ann@mail.example'] })
    const path = await optout(id, 'ann@mail.example')
    const asked = await send(path)
    expect(asked.status).toBe(200)
    const page = await asked.text()
    expect(page).toContain('<form method="post">')
    expect(page).not.toContain('<script')
    expect((await read(id)).unsubscribed).toEqual([])
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
    for (let i = 0; i < 2; i++) expect((await send(path, oneClick)).status).toBe(200)
    expect((await read(id)).unsubscribed).toEqual(['ann@mail.example'])
    await answer(9)
    await run(due)
    expect((await issued()).map(({ target }) => target)).toEqual(['board@mail.example'])
  })

  it('stays out when the digest is given to them again, and comes back by their own link alone', async () => {
    await arrange()
    const id = await make({ addresses: ['ann@mail.example'] })
    const path = await optout(id, 'ann@mail.example')
    await send(path, { method: 'POST' })
    await digests('PATCH', `/${id}`, { addresses: [] })
    await digests('PATCH', `/${id}`, { addresses: ['ann@mail.example'] })
    expect((await read(id)).unsubscribed).toEqual(['ann@mail.example'])
    await answer(9)
    await run(due)
    expect((await read(id)).last?.outcome).toBe('nobody')
    expect((await send(`${path}/undo`, { method: 'POST' })).status).toBe(200)
    expect((await read(id)).unsubscribed).toEqual([])
  })

  it('is told nothing more once they left, of what was on its way already', async () => {
    await arrange()
    const id = await make()
    await answer(9)
    await run(due)
    await send(await optout(id, 'board@mail.example'), { method: 'POST' })
    await db.prepare("UPDATE deliveries SET state = 'waiting', due_at = 0 WHERE site = ?").bind(shop.site.id).run()
    await run('2026-11-23T07:10:00Z')
    expect((await issued()).map(({ state }) => state)).toEqual(['void'])
  })

  it('can’t be made to leave by a link that was made up, for another digest or for somebody else', async () => {
    await arrange()
    const [id, second] = [await make(), await make()]
    const path = await optout(id, 'board@mail.example')
    const forged = [
      path.replace(id, second),
      path.replace(/.{4}$/, '0000'),
      await optout(id, 'eve@mail.example'),
      '/unsubscribe/x',
    ]
    for (const one of forged) {
      expect((await send(one)).status).toBe(404)
      expect((await send(one, { method: 'POST' })).status).toBe(404)
    }
    const gone = await optout(second, 'board@mail.example')
    await digests('DELETE', `/${second}`)
    expect((await send(gone, { method: 'POST' })).status).toBe(404)
    expect((await read(id)).unsubscribed).toEqual([])
  })
})

describe('managing digests', () => {
  it('refuses what can’t be, and keeps addresses as accounts have them', async () => {
    await arrange()
    const id = await make({ addresses: [' Ann@Mail.example', 'ann@mail.example'] })
    expect((await read(id)).addresses).toEqual(['ann@mail.example'])
    for (const wrong of [
      { day: 8 },
      { day: 0 },
      { hour: 24 },
      { language: 'fr' },
      { addresses: ['ann'] },
      { frequency: 'daily' },
    ])
      expect((await digests('PATCH', `/${id}`, wrong)).status, JSON.stringify(wrong)).toBe(422)
    expect((await digests('PATCH', `/${id}`, { conditions: { tag: 'None' } })).status).toBe(422)
    for (const foreign of [{ people: ['psn_x'] }, { view: 'view_x' }, { conditions: { survey: 'srv_x' } }])
      expect((await digests('PATCH', `/${id}`, foreign)).status).toBe(404)
    expect((await digests('PATCH', `/${id}`, { frequency: 'monthly', day: 28 })).status).toBe(200)
    expect((await digests('PATCH', `/${id}`, { frequency: 'weekly' })).status).toBe(422)
  })

  it('tries one by a mail to oneself alone, which is no issue of it', async () => {
    await arrange()
    const id = await make()
    const { cookie } = await joinAs(shop, 'manager', 'max@mail.example')
    expect((await digests('POST', `/${id}/send`)).status).toBe(409)
    const path = `/api/v1/digests/${id}/send?site=${shop.site.id}`
    expect(await json(asPerson(cookie, 'POST', path))).toEqual({ to: 'max@mail.example', mails: false })
    expect(await issued()).toMatchObject([{ target: 'max@mail.example', about: `${id}?2026-11-09/2026-11-15` }])
    expect((await read(id)).last).toBeNull()
    expect((await json<Digests>(digests('GET'))).mails).toBe(false)
  })
})
