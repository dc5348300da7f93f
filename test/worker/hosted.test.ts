import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forms } from './hosted/forms.ts'
import { branching, forgetResponses, openShop, questions, rows, shop, survey } from './hosted/ground.ts'
import { openPage, press } from './support/hosted.ts'
import { db, json, manage, publishSurvey, send } from './support/shop.ts'

beforeAll(openShop)
afterEach(forgetResponses)

describe("a survey's own page", () => {
  it('asks, stores the score with the first press and the comment with the second, in one row', async () => {
    const first = await openPage(`/s/${survey}`)
    expect([first.status, first.title]).toEqual([200, 'How likely are you to recommend Shop to a friend or colleague?'])
    expect(first.html).toContain('<i class="said">10 out of 10, Extremely likely</i>')
    expect(await rows()).toEqual([])
    const second = await press(first, { score: '9' })
    expect(second.title).toContain('What did you like most?')
    expect(await rows()).toMatchObject([{ score: 9, complete: 0, seq: 1, source: 'link', locale: 'en' }])
    const last = await press(second, { why: 'Fast <b>delivery</b>' })
    expect(last.title).toBe('Thank you')
    expect(await rows()).toMatchObject([{ score: 9, comment: 'Fast <b>delivery</b>', complete: 1, version: 1 }])
    expect(JSON.parse(String((await rows())[0]?.dimensions))).toEqual({ touchpoint: 'receipt', source: 'link', language: 'en' })
  })

  it('stores one row however often a button is pressed, at once or later, and keeps the newest answer', async () => {
    const first = await openPage(`/s/${survey}`)
    const twice = await Promise.all([press(first, { score: '3' }), press(first, { score: '3' }), press(first, { score: '3' })])
    for (const page of twice) expect(page.title).toContain('What could we do better?')
    // By the browser's way back, and with other answers at once.
    const [changed] = await Promise.all([press(first, { score: '8' }), press(first, { score: '7' })])
    expect(await rows()).toHaveLength(1)
    const last = await press(changed, { why: 'So so' })
    const score = (await rows())[0]?.score
    expect([7, 8]).toContain(score)
    expect([await press(changed, { why: 'Again' }), await press(first, { score: '0' })].map(({ title }) => title)).toEqual([
      last.title,
      last.title,
    ])
    expect(await rows()).toMatchObject([{ score, comment: 'So so', complete: 1 }])
  })

  it('a scanner that fetches every link of an e-mail, by GET and HEAD, stores nothing', async () => {
    const before = await everyRow()
    for (let score = 0; score <= 10; score++) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await send(`/s/${survey}?score=${score}`, { method })
        expect(answer.status).toBe(200)
        await answer.text()
      }
    }
    expect(await everyRow()).toBe(before)
  })

  it('comes with the score of the link chosen, which may still be changed, and tells that it came by e-mail', async () => {
    const page = await openPage(`/s/${survey}?score=9&utm_source=mailer&unknown=1`)
    expect(page.held).toEqual([['score', '9']])
    expect(page.action).toBe(`/s/${survey}?lang=en&source=email`)
    await press(page, { score: '4' })
    expect(await rows()).toMatchObject([{ score: 4, source: 'email' }])
  })

  it.each(['11', '-1', '1e1', '9.0', ' 9', '٩', '', 'nine'])('leaves a score of "%s" in the address alone', async (score) => {
    const page = await openPage(`/s/${survey}?score=${encodeURIComponent(score)}`)
    expect([page.status, page.held]).toEqual([200, []])
  })

  it('leads through branches as the widget does, back again, and takes back what is off the way', async () => {
    const start = await openPage(`/s/${branching}`)
    expect(start.html).toContain('Question 1 of 5')
    const missing = await press(start, { score: '2' })
    expect(missing.title).toBe('What was missing?')
    const contact = await press(missing, [
      ['missing', 'price'],
      ['missing', 'other'],
      ['missing.other', 'A mirror'],
    ])
    expect(contact.title).toBe('Your e-mail (optional)')
    const wrong = await press(contact, { mail: 'ann@' })
    expect([wrong.status, wrong.title]).toEqual([422, contact.title])
    expect(wrong.html).toContain('Please enter a complete e-mail address.')
    const consent = await press(wrong, { mail: 'ann@shop.example' })
    const why = await press(consent, { agree: 'yes' })
    expect(why.title).toBe('Why, you? (optional)')
    expect(await rows()).toMatchObject([{ score: 2, texts: '{"missing.other":"A mirror"}', complete: 0 }])
    expect(JSON.parse(String((await rows())[0]?.answers))).toEqual({ missing: ['price', 'other'], agree: 'yes' })

    const back = await press(why, { go: 'back' })
    expect(back.held).toEqual([['agree', 'yes']])
    const before = await press(back, { go: 'back' })
    expect(before.title).toBe(contact.title)
    expect(before.html).not.toContain('ann@shop.example')
    // A contact that was left stays where nothing is typed over it.
    expect((await press(before, { mail: '' })).title).toContain('You may quote me')

    const liked = await press(start, { score: '10' })
    expect(liked.title).toBe('What did you like about 10? (optional)')
    expect((await press(liked, { why: '' })).title).toBe('Thank you')
    expect(await rows()).toMatchObject([{ score: 10, answers: '{}', texts: '{}', comment: '', complete: 1 }])
  })

  it.each([
    ['no score', `srv`, {}, 'Please answer this question.'],
    ['a score off the scale', `srv`, { score: '11' }, 'Please answer this question.'],
    ['a score that is none', `srv`, { score: '9.0' }, 'Please answer this question.'],
    ['a required choice left out', 'branching', {}, 'Please answer this question.'],
    ['a choice that isn’t there', 'branching', { missing: 'colour' }, 'Please answer this question.'],
  ])('says what is wrong with %s, beside the question, and stores nothing of it', async (_, which, fields, told) => {
    const start = await openPage(`/s/${which === 'srv' ? survey : branching}`)
    const page = which === 'srv' ? start : await press(start, { score: '2' })
    const before = await rows()
    const answer = await press(page, fields)
    expect([answer.status, answer.title]).toEqual([422, page.title])
    expect(answer.html).toContain(told)
    expect(await rows()).toEqual(before)
    // And it goes on from there.
    expect((await press(answer, which === 'srv' ? { score: '5' } : { missing: 'size' })).status).toBe(200)
  })

  it('speaks the language that the address, or else the browser, asks for, and stores which', async () => {
    const german = await openPage(`/s/${survey}`, { 'Accept-Language': 'xx, de-AT;q=0.9, en;q=0.5' })
    expect([german.lang, german.title]).toEqual([
      'de',
      'Wie wahrscheinlich ist es, dass Sie Shop einem Freund oder Kollegen weiterempfehlen?',
    ])
    const arabic = await openPage(`/s/${survey}?lang=ar-EG`, { 'Accept-Language': 'de' })
    expect(arabic.html).toContain('<html lang="ar" dir="rtl"')
    const next = await press(arabic, { score: '9' }, { 'Accept-Language': 'de' })
    expect(next.lang).toBe('ar')
    expect(await rows()).toMatchObject([{ locale: 'ar' }])
    expect((await openPage(`/s/${survey}?lang=../../etc`)).lang).toBe('en')
  })

  it('goes on in the version it began in after another was published', async () => {
    const start = await openPage(`/s/${branching}`)
    const second = questions.map((one) => (one.id === 'missing' ? { ...one, text: 'What else?' } : one))
    await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${branching}`, { questions: second })
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${branching}/publish`)
    expect((await press(start, { score: '2' })).title).toBe('What was missing?')
    expect(await rows()).toMatchObject([{ version: 1 }])
    expect((await press(await openPage(`/s/${branching}`), { score: '2' })).title).toBe('What else?')
  })

  it('erases what was said where that is asked', async () => {
    const first = await openPage(`/s/${survey}`)
    const last = await press(await press(first, { score: '9' }), { why: 'Fine' })
    expect((await press(last, { go: 'erase' })).title).toBe('Your answer has been deleted.')
    expect(await rows()).toEqual([])
    expect((await press(first, { score: '9' })).title).toBe('Your answer has been deleted.')
    expect(await rows()).toEqual([])
  })

  it('counts each person at a device in a shop, which leads nowhere else', async () => {
    const address = { 'CF-Connecting-IP': '192.0.2.7', 'User-Agent': 'Tablet' }
    for (const score of ['9', '9', '2']) {
      const page = await openPage(`/s/${survey}?kiosk=1&location=Berlin%20Mitte`, address)
      expect(page.html).toContain('<script src="/w/kiosk.js" async></script>')
      await press(await press(page, { score }, address), { why: '' }, address)
    }
    expect(await rows()).toHaveLength(3)
    for (const { source, dimensions } of await rows()) {
      expect(source).toBe('kiosk')
      expect(JSON.parse(String(dimensions))).toMatchObject({ source: 'kiosk', location: 'Berlin Mitte' })
    }
  })

  it.each(['', 'x'.repeat(65), '\u0000', '\u202eevil', '  '])('leaves a place called %j out', async (location) => {
    const page = await openPage(`/s/${survey}?location=${encodeURIComponent(location)}`)
    await press(page, { score: '9' })
    expect(JSON.parse(String((await rows())[0]?.dimensions))).not.toHaveProperty('location')
  })
})

describe('who asks in vain', () => {
  it('gets one page for what is unknown, a draft or paused, and another for what is over', async () => {
    const draft = await json<{ id: string }>(manage(shop.apiKey, 'POST', '/api/v1/surveys', { name: 'Draft', metric: 'nps' }))
    const paused = await publishSurvey(shop, {})
    const begun = await openPage(`/s/${paused}`)
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${paused}/pause`)
    const pages = await Promise.all(
      [draft.id, paused, 'srv_0000000000000000', `lk_${'0'.repeat(32)}`, 'lk_0'].map((id) =>
        openPage(`/s/${id}`, { 'Accept-Language': 'fr' }),
      ),
    )
    for (const { status, lang, title } of pages) expect([status, lang, title]).toEqual([404, 'fr', 'Cette enquête est terminée.'])
    // What is under way still counts.
    expect((await press(begun, { score: '9' })).status).toBe(200)
    expect(await rows()).toHaveLength(1)
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${paused}/close`)
    expect([(await openPage(`/s/${paused}`)).status, (await press(begun, { score: '9' })).status]).toEqual([410, 410])
    expect(await rows()).toMatchObject([{ score: 9, seq: 1 }])
    expect((await send('/s/none')).status).toBe(404)
  })
})

forms()

it('needs no script, sets no cookie, stands in no frame, and is kept and listed nowhere', async () => {
  const first = await openPage(`/s/${survey}?kiosk=1`)
  const plain = await openPage(`/s/${survey}`)
  for (const page of [plain, await press(plain, {}), await openPage('/s/srv_none')]) {
    const policy = page.headers.get('Content-Security-Policy') ?? ''
    const nonce = /style-src 'self' 'nonce-(\w{16})'/.exec(policy)?.[1]
    expect(policy).toBe(
      `default-src 'none'; style-src 'self' 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    if (page.status !== 404) expect(page.html).toContain(`<style nonce="${nonce}">:root{--brand:`)
    expect(page.html).not.toMatch(/<script|\sstyle=|\son\w+=/)
    expect(page.headers.get('Set-Cookie')).toBeNull()
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex')
  }
  expect(first.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
})

/** Everything that a request could have changed, as one text. */
async function everyRow(): Promise<string> {
  const { results } = await db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
    )
    .all<{ name: string }>()
  const tables = results.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_') && !name.startsWith('verbatims'))
  const all = await db.batch(tables.map((name) => db.prepare(`SELECT * FROM "${name}"`)))
  return JSON.stringify(all.map((one) => one.results))
}
