import type { Definition } from '../contract/survey.ts'
import { broader } from './languages.ts'
import { piped } from './piping.ts'
import { withTexts } from './texts.ts'
import type { Wordings } from './wordings.ts'

/** What a shopper had said, as a reply shows it to them again. */
export interface Said {
  /** The day of the shop's calendar. */
  day: string
  /** The metric's question in the words they read; '' where the survey has none, or its version isn't known. */
  question: string
  /** "2/10"; '' where they gave none. */
  score: string
  comment: string
}

/** The words of a version's metric question in the language it was answered in. */
export function metricWords(definition: Definition, wordings: Wordings, locale: string): string {
  const texts = broader(locale)
    .map((tag) => wordings[tag])
    .find((found) => found !== undefined)
  const { questions } = texts ? withTexts(definition, texts) : definition
  return piped(questions.find(({ type }) => type === 'metric')?.text ?? '', () => undefined)
}

/** What stands between empty lines: the parts of a mail. */
export const paragraphsOf = (text: string) => text.trim().split(/\n{2,}/)

/** As a mail quotes it, written in this language: their own words, and beneath them what they were asked, what they gave and when. */
export function quoteOf({ day, question, score, comment }: Said, language: string): { text: string; notes: string[] } {
  // Without a country English would be American, which few of its readers here are.
  const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' })
  const [text = '', ...notes] = [comment, [question, score].filter(Boolean).join(' '), dates.format(Date.parse(day))].filter(
    Boolean,
  )
  return { text, notes }
}
