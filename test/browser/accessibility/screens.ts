import type { Page } from 'playwright-core'
import type { Question } from '../../../worker/contract/question.ts'
import type { CreateSurvey } from '../../../worker/contract/survey.ts'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { contentOf } from '../../../worker/domain/content.ts'
import { standardQuestions } from '../../../worker/domain/standard.ts'
import { definitionOf } from '../../support/survey-content.ts'
import type { Language } from './texts.ts'

/** Something a shopper may have before their eyes. */
export interface Screen {
  content: SurveyContent
  /** Statuses of the next answers to what is sent. */
  statuses?: number[]
  /** From the opened survey to what is meant. */
  reach?: (page: Page) => Promise<unknown>
}

const shop = 'Fern & Loom'

/** A survey in one language as the worker would answer it. Without a metric it has the questions given alone. */
export function contentIn(language: Language, request: Partial<CreateSurvey>): SurveyContent {
  const { tag, words, standard } = language
  const { metric = request.questions ? 'none' : 'nps' } = request
  const questions = request.questions ?? standardQuestions(metric, shop, standard)
  return contentOf({
    survey: { id: 'srv_1', version: 3, touchpoint: '' },
    definition: definitionOf({ thanks: standard.thanks, ...request, metric, questions }),
    locale: tag,
    words,
    site: { name: shop, settings: { privacyUrl: 'https://shop.example/privacy' } },
  })
}

/** One question of each type. */
export function questionsIn({ texts }: Language) {
  const { low, high } = texts
  const required = true
  const choices = texts.choices.map((text, i) => ({ id: `c${i}`, text }))
  return {
    rating: { id: 'packaging', type: 'rating', text: texts.rating, low, high, points: 10, required },
    choice: { id: 'missing', type: 'choice', text: texts.missing, choices, other: texts.other, required },
    choices: { id: 'missing', type: 'choices', text: texts.missing, choices, other: texts.other, required },
    short: { id: 'name', type: 'text', text: texts.name, short: true, required },
    long: { id: 'tell', type: 'text', text: texts.tell, required },
    consent: { id: 'quote', type: 'consent', text: texts.agree, required },
    statement: { id: 'note', type: 'statement', text: texts.statement, body: texts.body },
    email: { id: 'mail', type: 'contact', channel: 'email', text: texts.contact, purpose: texts.purpose, required },
    phone: { id: 'phone', type: 'contact', channel: 'phone', text: texts.contact, purpose: texts.purpose, required },
  } satisfies Record<string, Question>
}

const inside = (page: Page, selector: string) => page.locator(`earshot-survey ${selector}`)
const press = (selector: string) => (page: Page) => inside(page, selector).last().click()
const send = press('.send')

/** Through a standard survey to the sheet after it. */
async function finish(page: Page) {
  await press('.scale label')(page)
  await send(page)
  await inside(page, '.thanks, .failed').waitFor()
}

async function answerWrongly(page: Page) {
  await inside(page, '.line').fill('mara@')
  await send(page)
}

/** All that a survey can show, by what it is. */
export function screensIn(language: Language): Record<ScreenName, Screen> {
  return made(language)
}

export type ScreenName = keyof ReturnType<typeof made>

function made(language: Language) {
  const { texts, standard } = language
  const { rating, choice, choices, short, long, consent, statement, email, phone } = questionsIn(language)
  const ask = (...questions: Question[]) => contentIn(language, { questions })
  const standing = (appearance: CreateSurvey['appearance']) => contentIn(language, { metric: 'nps', appearance })
  const drawn = (style: 'stars' | 'smileys') => {
    const [score, why] = standardQuestions('csat', shop, standard)
    if (score?.type !== 'metric' || !why) throw new Error('the standard CSAT survey asks for a score and why')
    return contentIn(language, { metric: 'csat', questions: [{ ...score, style }, why] })
  }
  const more = {
    coupon: 'FERN-10',
    link: { text: texts.link, url: 'https://shop.example/packing' },
    review: { text: texts.review, url: 'https://reviews.example/fern' },
  }

  return {
    'a score by numbers': { content: contentIn(language, { metric: 'nps' }) },
    'a score by stars': { content: drawn('stars') },
    'a score by smileys': { content: drawn('smileys'), reach: press('.scale label') },
    'a score and its follow-up': { content: contentIn(language, { metric: 'ces' }), reach: press('.scale label') },
    'a rating': { content: ask(rating) },
    'one of several': { content: ask(choice) },
    'any of several, with something else': { content: ask(choices), reach: press('.choices label') },
    'a short text': { content: ask(short) },
    'a long text': { content: ask(long) },
    'a box to tick': { content: ask(consent), reach: press('.tick input') },
    'a statement': { content: ask(statement) },
    'an e-mail address': { content: ask(email) },
    'a phone number': { content: ask(phone) },
    'a scale left out': { content: ask(rating), reach: send },
    'a choice left out': { content: ask(choices), reach: send },
    'a text left out': { content: ask(long), reach: send },
    'a box left out': { content: ask(consent), reach: send },
    'half an e-mail address': { content: ask(email), reach: answerWrongly },
    'the second of three': { content: ask(statement, choice, long), reach: send },
    thanks: { content: contentIn(language, { metric: 'csat' }), reach: finish },
    'thanks with a code and links': { content: contentIn(language, { thanks: { ...standard.thanks, ...more } }), reach: finish },
    'an answer deleted': {
      content: contentIn(language, {}),
      reach: async (page) => {
        await finish(page)
        await press('.foot button')(page)
        await page.getByText(language.words.erased).first().waitFor()
      },
    },
    'an answer that could not be sent': { content: contentIn(language, {}), statuses: [201, 503], reach: finish },
    'in the middle': { content: standing({ shape: 'modal' }) },
    'in the page': { content: standing({ shape: 'inline', element: '#here' }) },
    'a tab': { content: standing({ shape: 'tab' }) },
    'a button': { content: standing({ shape: 'button', corner: 'bottom-left' }) },
  } satisfies Record<string, Screen>
}
