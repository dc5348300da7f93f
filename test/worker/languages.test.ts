import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import type { SurveyContent } from '../../worker/contract/widget.ts'
import arabic from '../../worker/locales/ar.ts'
import german from '../../worker/locales/de.ts'
import informalGerman from '../../worker/locales/de-x-informal.ts'
import english from '../../worker/locales/en.ts'
import { readWords } from '../../worker/store/locales.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp({ name: 'Nordlicht' })
})

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1/surveys${path}`, body)
const content = (id: string, lang: string) =>
  json<SurveyContent>(send(`/w/${shop.site.key}/${id}.json?lang=${encodeURIComponent(lang)}`))
const localeOf = async (id: string, lang: string) => (await content(id, lang)).locale
const about = (text: string) => text.replace('{product}', 'Nordlicht')
const ownThanks = { title: 'Cheers', text: '' }

describe('a survey in the standard wording', () => {
  it('is asked in the language the page asks for', async () => {
    const id = await publishSurvey(shop, {})
    const shown = await content(id, 'de-AT,en')
    expect(shown).toMatchObject({
      version: 1,
      locale: 'de',
      dir: 'ltr',
      asks: german.words.asks.replace('{site}', 'Nordlicht'),
      thanks: german.standard.thanks,
    })
    const { promoter, passive, detractor } = german.standard.nps
    expect(shown.questions).toMatchObject([
      { id: 'score', text: about(german.standard.nps.text), low: german.standard.nps.low, high: german.standard.nps.high },
      { id: 'why', text: german.standard.nps.why, textBy: { promoter, passive, detractor } },
    ])
    expect(shown.words).toMatchObject({ send: german.words.send, erase: german.words.erase })
  })

  it('is asked informally where it says so', async () => {
    const id = await publishSurvey(shop, { address: 'informal' })
    const shown = await content(id, 'de')
    expect(shown.locale).toBe('de-x-informal')
    expect(shown.questions[0]?.text).toBe(about(informalGerman.standard.nps.text))
    expect(shown.words.failed).toBe(informalGerman.words.failed)
    expect(informalGerman.words.failed).not.toBe(german.words.failed)
    expect(await localeOf(id, 'fr')).toBe('fr')
  })

  it('is asked from right to left where the language is written so', async () => {
    const shown = await content(await publishSurvey(shop, { metric: 'csat' }), 'ar-EG')
    expect(shown).toMatchObject({ locale: 'ar', dir: 'rtl', questions: [{ text: about(arabic.standard.csat.text) }, {}] })
  })

  it.each([
    ['pt-BR', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['zh-TW', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['nn', 'nb'],
    ['xx, ../../etc/passwd, es-MX', 'es'],
    ['tlh', 'en'],
    ['und', 'en'],
    ['%00', 'en'],
    ['', 'en'],
  ])('for %j is in %s', async (lang, locale) => {
    const id = await publishSurvey(shop, {})
    expect(await localeOf(id, lang)).toBe(locale)
  })

  it('is made in the language the shop names, and asked in English too', async () => {
    const survey = await json<Survey>(call('POST', '', { name: 'S', metric: 'ces', locale: 'de', address: 'informal' }))
    expect(survey).toMatchObject({ locale: 'de', address: 'informal', thanks: informalGerman.standard.thanks })
    expect(survey.questions[0]?.text).toBe(about(informalGerman.standard.ces.text))
    await call('POST', `/${survey.id}/publish`)
    expect(await localeOf(survey.id, 'ja-XX')).toBe('ja')
    expect(await localeOf(survey.id, 'tlh')).toBe('de-x-informal')
    const shown = await content(survey.id, 'en')
    expect(shown).toMatchObject({ locale: 'en', questions: [{ text: about(english.standard.ces.text) }, {}] })
  })

  it('is not made in a language nobody worded it in, unless the shop does', async () => {
    const refused = await call('POST', '', { name: 'S', metric: 'nps', locale: 'eu' })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/locale' }] })
    const questions = [{ id: 'score', type: 'metric', text: 'Gomendatuko zenuke?', low: 'Ez', high: 'Bai' }]
    const id = await publishSurvey(shop, { locale: 'eu', questions, thanks: { title: 'Eskerrik asko', text: '' } })
    expect(await content(id, 'de')).toMatchObject({ locale: 'eu', dir: 'ltr', words: { send: english.words.send } })
  })
})

describe('a survey with texts of its own', () => {
  it('is asked in its own language where one of them is not translated', async () => {
    const id = await publishSurvey(shop, { thanks: ownThanks })
    expect(await content(id, 'de')).toMatchObject({ locale: 'en', thanks: ownThanks, words: { send: english.words.send } })
  })

  it('is asked in the language once all of them are, and says what is lacking until then', async () => {
    const thanks = { ...ownThanks, link: { text: 'More', url: 'https://shop.example/' } }
    const survey = await json<Survey>(
      call('POST', '', { name: 'S', metric: 'nps', thanks, translations: { de: { 'thanks.title': 'Prost' } } }),
    )
    expect(survey.warnings).toEqual([
      { pointer: '/translations/de', detail: "de lacks 1 of 9 texts and isn't offered until it is there" },
    ])
    await call('POST', `/${survey.id}/publish`)
    expect(await localeOf(survey.id, 'de')).toBe('en')

    const translations = { de: { 'thanks.title': 'Prost', 'thanks.link.text': 'Mehr' } }
    expect(await json(call('PATCH', `/${survey.id}`, { translations }))).toMatchObject({ translations, warnings: [] })
    expect(await localeOf(survey.id, 'de')).toBe('en')
    expect(await json(call('POST', `/${survey.id}/publish`))).toMatchObject({ version: 2 })
    expect(await content(survey.id, 'de')).toMatchObject({
      version: 2,
      locale: 'de',
      questions: [{ text: about(german.standard.nps.text) }, {}],
      thanks: { title: 'Prost', link: { text: 'Mehr', url: 'https://shop.example/' } },
    })
    expect(await localeOf(survey.id, 'fr')).toBe('en')
  })

  it('may be translated into a language without words here, which then speaks the widget’s own', async () => {
    const questions = [{ id: 'score', type: 'metric', text: 'How likely?', low: '', high: '' }]
    const translations = { ur: { 'questions.score.text': 'کتنا امکان ہے؟', 'thanks.title': 'شکریہ' } }
    const id = await publishSurvey(shop, { questions, thanks: ownThanks, translations })
    expect(await content(id, 'ur-PK')).toMatchObject({
      locale: 'ur',
      dir: 'rtl',
      thanks: { title: 'شکریہ' },
      words: { send: english.words.send },
    })
  })

  it('is refused a translation of what it does not say, and keeps the draft', async () => {
    const before = await json<Survey>(call('POST', '', { name: 'S', metric: 'nps' }))
    for (const translations of [{ de: { 'thanks.link.text': 'Mehr' } }, { en: {} }, { 'pt-br': {} }]) {
      expect((await call('PATCH', `/${before.id}`, { translations })).status).toBe(422)
    }
    expect(await json(call('GET', `/${before.id}`))).toEqual(before)
  })
})

it('the widget speaks English where its words in a language can not be read', async () => {
  expect(await readWords(env.ASSETS, 'tlh')).toEqual(english.words)
  expect(await readWords(env.ASSETS, 'de')).toEqual(german.words)
})

describe('a version', () => {
  const stored = (id: string, version: number) =>
    db
      .prepare('SELECT wordings FROM survey_versions WHERE survey = ? AND version = ?')
      .bind(id, version)
      .first<string>('wordings')

  it('freezes the words of every language it is asked in', async () => {
    const translations = { fr: { 'thanks.title': 'Merci mille fois' } }
    const id = await publishSurvey(shop, { translations })
    const wordings = await stored(id, 1)
    expect(JSON.parse(wordings ?? '')).toMatchObject({ fr: { 'thanks.title': 'Merci mille fois' }, de: {}, ar: {} })
    expect(JSON.parse(wordings ?? '')).not.toHaveProperty('en')

    await call('PATCH', `/${id}`, { translations: { fr: { 'thanks.title': 'Merci bien' } } })
    expect((await content(id, 'fr')).thanks.title).toBe('Merci mille fois')
    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 2 })
    expect(await content(id, 'fr')).toMatchObject({ version: 2, thanks: { title: 'Merci bien' } })
    expect(await stored(id, 1)).toBe(wordings)
    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 2 })
  })

  it('is new where only the words of a language changed with a release', async () => {
    const id = await publishSurvey(shop, {})
    await db
      .prepare(
        `UPDATE survey_versions SET wordings = json_set(wordings, '$.de."thanks.title"', 'Vergelt’s Gott') WHERE survey = ?`,
      )
      .bind(id)
      .run()
    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 2 })
    expect(JSON.parse((await stored(id, 1)) ?? '').de['thanks.title']).toBe('Vergelt’s Gott')
    expect((await content(id, 'de')).thanks.title).toBe(german.standard.thanks.title)
  })

  it('of an earlier release is still asked, in its own language', async () => {
    const id = await publishSurvey(shop, {})
    const paths = [
      'locale',
      'address',
      'translations',
      'targeting.event',
      'appearance.shape',
      'appearance.element',
      'appearance.radius',
    ]
    const places = [...paths, 'appearance.font'].map((path) => `'$.${path}'`).join()
    await db
      .prepare(`UPDATE survey_versions SET definition = json_remove(definition, ${places}), wordings = '{}' WHERE survey = ?`)
      .bind(id)
      .run()
    await db.prepare(`UPDATE surveys SET draft = json_remove(draft, ${places}) WHERE id = ?`).bind(id).run()
    expect(await json(call('PATCH', `/${id}`, { name: 'Old' }))).toMatchObject({ locale: 'en', appearance: { shape: 'popover' } })
    expect(await content(id, 'de')).toMatchObject({ version: 1, locale: 'en', appearance: { shape: 'popover' } })
    // Its next version is asked in every language.
    expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 2 })
    expect(await localeOf(id, 'de')).toBe('de')
  })
})
