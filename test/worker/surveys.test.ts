import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { LoaderConfig, SurveyContent } from '../../worker/contract/widget.ts'
import { notLinks } from '../support/not-links.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp({ name: 'Nordlicht' })
})

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1/surveys${path}`, body)
const create = (survey: object = {}) => json<Survey>(call('POST', '', { name: 'Survey', metric: 'nps', ...survey }))
const content = (id: string) => send(`/w/${shop.site.key}/${id}.json`)
const answer = async (survey: string, step: object) => (await respond(shop, survey, step)).status
const versions = async (survey: string) =>
  Number(await db.prepare('SELECT count(*) AS n FROM survey_versions WHERE survey = ?').bind(survey).first('n'))

/** The gates as a shop's page gets them, read back out of the script. */
async function loader(): Promise<LoaderConfig> {
  const script = await (await send(`/w/${shop.site.key}.js`)).text()
  const start = script.indexOf(`{"site":"${shop.site.key}"`)
  expect(start, 'the script carries its settings').toBeGreaterThanOrEqual(0)
  for (let end = script.indexOf('}', start); end > 0; end = script.indexOf('}', end + 1)) {
    try {
      return JSON.parse(script.slice(start, end + 1)) as LoaderConfig
    } catch {
      // Not the brace that closes it.
    }
  }
  throw new Error('the settings in the script are no JSON')
}
const listed = async (id: string) => (await loader()).surveys.find((survey) => survey.id === id)

const choices = (...ids: string[]) => ({
  id: 'missing',
  type: 'choices',
  text: 'What was missing?',
  choices: ids.map((id) => ({ id, text: id })),
})
const metric = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }

describe('a draft', () => {
  it('is nothing to the public', async () => {
    const draft = await create()
    expect(draft).toMatchObject({ state: 'draft', version: 0, revision: 1 })
    const unknown = await (await content('srv_0000000000000000')).text()
    expect((await content(draft.id)).status).toBe(404)
    expect(await (await content(draft.id)).text()).toBe(unknown)
    expect(await listed(draft.id)).toBeUndefined()
    expect(await answer(draft.id, { answers: { score: 9 } })).toBe(404)
  })

  it.each<[string, number, string, string[]]>([
    ['nps', 11, 'How likely are you to recommend Nordlicht to a friend or colleague?', ['promoter', 'passive', 'detractor']],
    ['csat', 5, 'How satisfied were you with Nordlicht?', ['satisfied', 'neutral', 'dissatisfied']],
    ['ces', 7, 'Nordlicht made it easy for me to handle my issue.', ['easy', 'neutral', 'difficult']],
  ])('of %s has its standard scale, wording and follow-up', async (name, points, text, categories) => {
    const survey = await create({ metric: name })
    expect(survey.points).toBe(points)
    const [score, why] = survey.questions
    expect(score).toMatchObject({ id: 'score', type: 'metric', text })
    expect(why).toMatchObject({ id: 'why', type: 'text', required: false })
    expect(why?.type === 'text' && Object.keys(why.textBy ?? {})).toEqual(categories)
  })

  it('without a metric asks only for text', async () => {
    const survey = await create({ metric: 'none' })
    expect(survey.points).toBe(0)
    expect(survey.questions.map((question) => question.type)).toEqual(['text'])
  })

  it.each<[string, number[], number[]]>([
    ['nps', [11], [0, 5, 10]],
    ['csat', [3, 5, 7], [1, 2, 4, 6, 10, 11]],
    ['ces', [5, 7], [3, 6, 11]],
    ['none', [0], [5]],
  ])('of %s takes only the scales the metric has', async (name, right, wrong) => {
    for (const points of right) expect((await call('POST', '', { name: 'S', metric: name, points })).status).toBe(201)
    for (const points of wrong) {
      const refused = await call('POST', '', { name: 'S', metric: name, points })
      expect(refused.status).toBe(422)
      expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/points' }] })
    }
  })
})

describe('publishing', () => {
  it('freezes version 1 and puts the survey on the page', async () => {
    const targeting = {
      include: ['/order/*'],
      exclude: [],
      event: 'returned',
      delaySeconds: 3,
      daysAfterAnswer: 60,
      daysAfterDismissal: 20,
      daysAcrossSurveys: 5,
    }
    const draft = await create({ touchpoint: 'checkout', targeting, metric: 'csat', points: 5 })
    const published = await json<Survey>(call('POST', `/${draft.id}/publish`))
    expect(published).toMatchObject({ state: 'live', version: 1 })
    expect(await listed(draft.id)).toEqual({
      id: draft.id,
      delay: 3,
      gates: { touchpoint: 'checkout', path: [['/order/*'], []], event: 'returned', rest: [60, 20, 5] },
    })

    const answered = await content(draft.id)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answered.headers.get('Set-Cookie')).toBeNull()
    const shown = await json<SurveyContent>(answered)
    expect(shown).toMatchObject({
      survey: draft.id,
      version: 1,
      touchpoint: 'checkout',
      locale: 'en',
      dir: 'ltr',
      asks: 'Nordlicht asks this to get better.',
    })
    expect(shown.categories).toEqual([
      ['satisfied', 4],
      ['neutral', 3],
      ['dissatisfied', 1],
    ])
    expect(shown.questions[0]).toEqual({ ...(draft.questions[0] as Question), from: 1, to: 5 })
    expect(shown.thanks).toEqual(draft.thanks)
    // What says nothing is not sent, and neither are the words of questions that are not asked.
    expect(shown.questions[1]).toMatchObject({ id: 'why', optional: true })
    expect(shown.questions[1]).not.toHaveProperty('required')
    expect(shown).not.toHaveProperty('privacy')
    expect(Object.keys(shown.words)).not.toContain('badEmail')
    expect(shown.appearance).toEqual({
      theme: 'auto',
      corner: 'bottom-right',
      shape: 'popover',
      tokens: { '--brand': '#2b7a78', '--on-brand': '#fff', '--edge-light': '#2b7a78', '--edge-dark': '#2b7a78' },
    })
  })

  it('of an edit makes version 2; answers keep to the version they name', async () => {
    const id = await publishSurvey(shop, { questions: [metric, choices('price', 'size')] })
    await call('PATCH', `/${id}`, { questions: [metric, choices('price', 'colour')] })
    expect(await json<SurveyContent>(content(id))).toMatchObject({ version: 1, questions: [metric, choices('price', 'size')] })
    expect(await answer(id, { version: 2, answers: { missing: ['colour'] } })).toBe(422)

    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ state: 'live', version: 2 })
    expect(await json<SurveyContent>(content(id))).toMatchObject({ version: 2, questions: [metric, choices('price', 'colour')] })
    expect(await answer(id, { version: 1, answers: { missing: ['size'] } })).toBe(201)
    expect(await answer(id, { version: 1, answers: { missing: ['colour'] } })).toBe(422)
    expect(await answer(id, { version: 2, answers: { missing: ['colour'] } })).toBe(201)
    expect(await answer(id, { version: 2, answers: { missing: ['size'] } })).toBe(422)
    expect(await answer(id, { version: undefined, answers: { missing: ['colour'] } })).toBe(201)
    const rows = await db
      .prepare('SELECT version FROM responses WHERE survey = ? ORDER BY id')
      .bind(id)
      .all<{ version: number }>()
    expect(rows.results.map((row) => row.version)).toEqual([1, 2, 2])
  })

  it('without a change makes no version', async () => {
    const id = await publishSurvey(shop, {})
    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 1 })
    await call('PATCH', `/${id}`, { name: 'Another name' })
    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 1, name: 'Another name' })
    expect(await versions(id)).toBe(1)
  })

  it('twice at once makes one version', async () => {
    const { id } = await create()
    const answers = await Promise.all([call('POST', `/${id}/publish`), call('POST', `/${id}/publish`)])
    for (const one of answers) expect([200, 409]).toContain(one.status)
    expect(await versions(id)).toBe(1)
    expect(await json(call('GET', `/${id}`))).toMatchObject({ state: 'live', version: 1 })
  })

  it('never loses a version that was frozen', async () => {
    const id = await publishSurvey(shop, {})
    for (const title of ['One', 'Two', 'Three']) {
      await call('PATCH', `/${id}`, { thanks: { title, text: '' } })
      await call('POST', `/${id}/publish`)
    }
    const kept = await db
      .prepare('SELECT version, definition FROM survey_versions WHERE survey = ? ORDER BY version')
      .bind(id)
      .all<{ definition: string }>()
    expect(kept.results.map((row) => JSON.parse(row.definition).thanks.title)).toEqual(['Thank you', 'One', 'Two', 'Three'])
  })
})

describe('pausing and closing', () => {
  it('a paused survey is shown to nobody, and answers under way still count', async () => {
    const id = await publishSurvey(shop, {})
    expect(await json(call('POST', `/${id}/pause`))).toMatchObject({ state: 'paused', version: 1 })
    expect(await listed(id)).toBeUndefined()
    const gone = await content(id)
    expect([gone.status, gone.headers.get('Access-Control-Allow-Origin'), gone.headers.get('Cache-Control')]).toEqual([
      404,
      '*',
      'no-store',
    ])
    expect(await answer(id, { answers: { score: 9 } })).toBe(201)
    expect((await call('POST', `/${id}/pause`)).status).toBe(200)

    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ state: 'live', version: 1 })
    expect(await listed(id)).toBeDefined()
    expect((await content(id)).status).toBe(200)
  })

  it('a closed survey takes no answers and stays closed', async () => {
    const id = await publishSurvey(shop, {})
    const submission = crypto.randomUUID()
    expect(await answer(id, { submission, answers: { score: 9 } })).toBe(201)
    expect(await json(call('POST', `/${id}/close`))).toMatchObject({ state: 'closed' })
    expect(await listed(id)).toBeUndefined()
    expect([404, 410]).toContain((await content(id)).status)
    expect(await answer(id, { answers: { score: 9 } })).toBe(410)
    expect(await answer(id, { submission, seq: 2, answers: { score: 1 } })).toBe(410)
    for (const action of ['publish', 'pause']) expect((await call('POST', `/${id}/${action}`)).status).toBe(409)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${id}/report`)).status).toBe(200)
  })

  it('a draft can not be paused', async () => {
    expect((await call('POST', `/${(await create()).id}/pause`)).status).toBe(409)
  })
})

describe('editing', () => {
  it('of two people who edit one revision, the second is told', async () => {
    const { id, revision } = await create()
    expect(await json(call('PATCH', `/${id}`, { name: 'First', revision }))).toMatchObject({
      name: 'First',
      revision: revision + 1,
    })
    const second = await call('PATCH', `/${id}`, { name: 'Second', revision })
    expect(second.status).toBe(409)
    expect(await json(call('GET', `/${id}`))).toMatchObject({ name: 'First', revision: revision + 1 })
    expect((await call('PATCH', `/${id}`, { name: 'Third', revision: revision + 1 })).status).toBe(200)
  })

  it('of many at once on one revision, exactly one gets through', async () => {
    const { id, revision } = await create()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => call('PATCH', `/${id}`, { name: `Edit ${i}`, revision })),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array(9).fill(409)])
  })

  it('changes only what it names', async () => {
    const before = await create({ touchpoint: 'checkout' })
    const after = await json<Survey>(
      call('PATCH', `/${before.id}`, { targeting: { delaySeconds: 2 }, appearance: { theme: 'dark' } }),
    )
    expect(after.targeting).toEqual({ ...before.targeting, delaySeconds: 2 })
    expect(after.appearance).toEqual({ ...before.appearance, theme: 'dark' })
    expect([after.questions, after.thanks, after.touchpoint, after.name]).toEqual([
      before.questions,
      before.thanks,
      'checkout',
      'Survey',
    ])
  })

  it('refuses what would not fit, and keeps the draft', async () => {
    const before = await create()
    for (const change of [
      { questions: [choices('a', 'b')] },
      { questions: [] },
      { touchpoint: 'A B' },
      { targeting: { delaySeconds: -1 } },
    ]) {
      expect((await call('PATCH', `/${before.id}`, change)).status).toBe(422)
    }
    expect((await call('PATCH', `/${before.id}`, { metric: 'ces' })).status).toBe(400)
    expect(await json(call('GET', `/${before.id}`))).toEqual(before)
  })
})

describe('what a survey may hold', () => {
  const thanks = { title: 'Thanks', text: '' }
  const leading = (url: string) => [
    { ...thanks, link: { text: 'Look', url } },
    { ...thanks, review: { text: 'Review', url } },
    { ...thanks, redirect: url },
    { ...thanks, by: { promoter: { ...thanks, link: { text: 'Look', url } } } },
    { ...thanks, by: { promoter: { ...thanks, redirect: url } } },
  ]

  it.each(notLinks)('refuses %j wherever the end may lead, in a new survey and in an edit', async (url) => {
    const before = await create()
    for (const ending of leading(url)) {
      expect((await call('POST', '', { name: 'S', metric: 'nps', thanks: ending })).status).toBe(422)
      expect((await call('PATCH', `/${before.id}`, { thanks: ending })).status).toBe(422)
    }
    expect(await json(call('GET', `/${before.id}`))).toEqual(before)
  })

  it('takes an address of the web everywhere, and hands it to the widget', async () => {
    for (const ending of leading('https://shop.example/next')) {
      const id = await publishSurvey(shop, { thanks: ending })
      expect((await json<SurveyContent>(content(id))).thanks).toEqual(ending)
    }
  })

  it('says where a branch leads backward, and keeps the draft', async () => {
    const before = await create()
    const why = { id: 'why', type: 'text', text: 'Why?', branches: [{ to: 'score' }] }
    const refused = await call('PATCH', `/${before.id}`, { questions: [metric, why] })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/questions/1/branches/0/to' }] })
    expect(await json(call('GET', `/${before.id}`))).toEqual(before)
  })

  it('hands questions, branches and shape to the widget with the words they need', async () => {
    const questions = [
      { ...metric, style: 'numbers', branches: [{ category: ['promoter'], to: 'why' }] },
      { id: 'fit', type: 'rating', text: 'Fit?', points: 5, low: 'Tight', high: 'Loose', style: 'stars' },
      { ...choices('price', 'size'), other: 'Else', required: true },
      { id: 'mail', type: 'contact', text: 'Reach you?', channel: 'email', purpose: 'To call back' },
      { id: 'why', type: 'text', text: 'Why?', branches: [] },
    ]
    const appearance = { shape: 'inline', element: '#here', radius: 0, font: 'Georgia, serif', brand: '#ffee00' }
    const shown = await json<SurveyContent>(content(await publishSurvey(shop, { questions, appearance })))
    const { style: _, ...score } = questions[0] as { style: string }
    const { points: _points, ...fit } = questions[1] as { points: number }
    const { required: _required, ...missing } = questions[2] as { required: boolean }
    expect(shown.questions).toEqual([
      { ...score, from: 0, to: 10 },
      { ...fit, from: 1, to: 5, optional: true },
      missing,
      { ...questions[3], optional: true },
      { id: 'why', type: 'text', text: 'Why?', optional: true },
    ])
    expect(shown.words).toMatchObject({ next: 'Next', badEmail: expect.any(String), feedback: 'Feedback' })
    expect(shown.words).not.toHaveProperty('asks')
    expect(shown.appearance).toMatchObject({ shape: 'inline', element: '#here' })
    expect(shown.appearance.tokens).toEqual({
      '--brand': '#ffee00',
      '--on-brand': '#000',
      '--edge-light': '#807700',
      '--edge-dark': '#ffee00',
      '--radius': '0px',
      '--font': 'Georgia, serif',
    })
  })

  it('is warned of where only the content are sent to review', async () => {
    const by = { promoter: { ...thanks, link: { text: 'Review us', url: 'https://reviews.example/' } } }
    const survey = await create({ thanks: { ...thanks, by } })
    expect(survey.warnings).toMatchObject([{ pointer: '/thanks/by/promoter/link' }])
    expect(await json(call('POST', `/${survey.id}/publish`))).toMatchObject({ state: 'live', warnings: survey.warnings })
    const fair = await json<Survey>(call('PATCH', `/${survey.id}`, { thanks: { ...thanks, review: by.promoter.link } }))
    expect(fair.warnings).toEqual([])
  })
})

describe('the loader', () => {
  it('is a script anybody may load, the same bytes until something changes', async () => {
    const id = await publishSurvey(shop, { name: '</script><b>', touchpoint: 'returns' })
    const first = await send(`/w/${shop.site.key}.js`, { headers: { Origin: 'https://anywhere.example', Cookie: 'a=b' } })
    expect(first.status).toBe(200)
    expect(first.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(first.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(first.headers.get('Set-Cookie')).toBeNull()
    const script = await first.text()
    expect(script).not.toContain('</script')
    const etag = first.headers.get('ETag') ?? ''
    expect((await send(`/w/${shop.site.key}.js?x=1`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    await call('POST', `/${id}/pause`)
    const changed = await send(`/w/${shop.site.key}.js`, { headers: { 'If-None-Match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('ETag')).not.toBe(etag)
    expect(await loader()).toMatchObject({ site: shop.site.key, host: 'https://earshot.test', ui: expect.stringMatching(/^\//) })
  })

  it('cached before a deploy finds the present UI under its old names', async () => {
    const { ui } = (await loader()) as { ui: string }
    const survey = await send('/a/survey-0ldBu1ld00.js', { headers: { Origin: 'https://anywhere.example' } })
    expect([survey.status, survey.headers.get('Access-Control-Allow-Origin'), survey.headers.get('Cache-Control')]).toEqual([
      200,
      '*',
      'no-cache',
    ])
    expect(await survey.text()).toBe(`export * from '.${ui.slice('/a'.length)}'\n`)
    expect(await (await send('/a/more-0ldBu1ld00.js')).text()).toBe(
      `import '.${ui.slice('/a'.length).replace('survey', 'more')}'\n`,
    )
    for (const path of ['/a/survey.js.map', '/a/else-0ldBu1ld00.js', '/a/survey-0ldBu1ld00.js/x.css'])
      expect((await send(path)).status, path).toBe(404)
  })

  it('and the content know no survey while the site is silent', async () => {
    const id = await publishSurvey(shop, {})
    const path = `/api/v1/sites/${shop.site.id}`
    expect(await json(manage(shop.apiKey, 'PATCH', path, { silent: true }))).toMatchObject({ silent: true })
    expect((await loader()).surveys).toEqual([])
    expect((await content(id)).status).toBe(404)
    await manage(shop.apiKey, 'PATCH', path, { silent: false })
    expect((await content(id)).status).toBe(200)
    expect(await listed(id)).toBeDefined()
  })

  it('of an unknown site is a cached 404', async () => {
    const unknown = await send('/w/pk_0000000000000000.js')
    expect([unknown.status, unknown.headers.get('Cache-Control')]).toEqual([404, 'public, max-age=60'])
  })

  it('moves with the touchpoint at once, which is no part of a version', async () => {
    const id = await publishSurvey(shop, { touchpoint: 'checkout' })
    await call('PATCH', `/${id}`, { touchpoint: 'delivery' })
    expect(await listed(id)).toMatchObject({ gates: { touchpoint: 'delivery' } })
    expect(await json(content(id))).toMatchObject({ touchpoint: 'delivery', version: 1 })
  })
})
