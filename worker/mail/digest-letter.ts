import type { Metric } from '../contract/category.ts'
import type { DigestLanguage, Frequency } from '../contract/digest.ts'
import type { Range } from '../domain/calendar.ts'
import type { DigestFigures, SurveyFigures, ToldDrivers, Voice } from '../domain/digest-figures.ts'
import { firstCodePoints } from '../domain/text.ts'
import { type Certainty, type DigestWords, digestWords } from './digest-words.ts'
import type { Letter, Part } from './letter.ts'

/** Characters of a comment. */
const excerpt = 280
/** Of a subject: what is longer is cut by mail programs anyhow. */
const longestSubject = 150

/** A digest, ready to be written for one reader. */
export interface Written {
  site: string
  name: string
  frequency: Frequency
  language: DigestLanguage
  figures: DigestFigures
  /** Where the dashboard is reached, and where the reader unsubscribes; a trial has no such place. */
  home: string
  unsubscribe: string | undefined
}

/** What a digest says, in its language. */
export function digestLetter({ site, name, frequency, language, figures, home, unsubscribe }: Written): Letter {
  const words = digestWords[language]
  const days = daysIn(words.locale, figures.period, frequency)
  const [first] = figures.surveys
  // Of several surveys the one with most answers, by its name.
  const what = first && (figures.surveys.length > 1 ? first.name : words.metrics[first.metric])
  const headline = first && first.score !== null ? `: ${what} ${scoreIn(words, first.metric, first.score)}` : ''
  return {
    subject: firstCodePoints(`${site}, ${days}${headline}`, longestSubject),
    title: `${site}, ${days}`,
    language,
    parts: [
      ...(figures.n === 0 ? [{ kind: 'text', text: words.empty } as const] : []),
      ...figures.surveys.flatMap((survey) => surveyParts(words, survey, frequency)),
      ...(figures.beyond > 0 ? [{ kind: 'soft', text: words.beyond(figures.beyond) } as const] : []),
      ...voiceParts(words, words.praises, figures.praises),
      ...voiceParts(words, words.problems, figures.problems),
      ...(figures.cases ? caseParts(words, figures.cases) : []),
      { kind: 'button', text: words.button, href: home },
      { kind: 'soft', text: `${words.why(name, site, frequency)}${unsubscribe ? '' : ` ${words.trial}`}` },
      ...(unsubscribe ? [{ kind: 'link', text: words.unsubscribe, href: unsubscribe } as const] : []),
    ],
    ...(unsubscribe && {
      // RFC 8058: by one POST, without a visit.
      headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  }
}

function surveyParts(words: DigestWords, survey: SurveyFigures, frequency: Frequency): Part[] {
  const { name, metric, n, score, interval, caution, before, responseRate, drivers } = survey
  const heading = { kind: 'heading', text: name } as const
  const count = figure(words, n)
  if (score === null) {
    const notes = [
      words.responses(n),
      before === 0 ? words.noneBefore(frequency) : words.before(figure(words, before), frequency),
    ]
    return [heading, { kind: 'figure', text: count, notes }]
  }
  const range = interval && words.between(scoreIn(words, metric, interval[0]), scoreIn(words, metric, interval[1]))
  const notes = [
    `${[[words.metrics[metric], words.answers(n, count)].join(' '), range].filter(Boolean).join(', ')}.`,
    ...(caution ? [words.caution] : []),
    changeIn(words, survey, frequency),
    ...(responseRate === null ? [] : [words.responseRate(percent(words, responseRate))]),
  ]
  return [
    heading,
    { kind: 'figure', text: scoreIn(words, metric, score), notes },
    ...(drivers ? driverParts(words, metric, drivers) : []),
  ]
}

function changeIn(words: DigestWords, { metric, change, distinguishable }: SurveyFigures, frequency: Frequency): string {
  if (change === null) return words.noneBefore(frequency)
  const shown = figure(words, Math.abs(change), digits[metric])
  if (shown === figure(words, 0, digits[metric])) return words.same(frequency)
  const certainty: Certainty = distinguishable === null ? 'unknown' : distinguishable ? 'real' : 'chance'
  return words[change > 0 ? 'higher' : 'lower'](words.points[metric](shown), frequency, certainty)
}

function driverParts(words: DigestWords, metric: Metric, { weeks, list }: ToldDrivers): Part[] {
  if (list.length === 0) return [{ kind: 'soft', text: words.noDrivers(weeks ?? 0) }]
  const rows = list.map(({ dimension, value, impact, n, score, without }): Part => {
    const sides = [score, without.score].map((one) => (one === null ? '' : scoreIn(words, metric, one)))
    const sign = impact < 0 ? '−' : '+'
    return {
      kind: 'row',
      text: dimension === 'tag' ? words.tag(value) : `${dimension}: ${value}`,
      value: `${sign}${figure(words, Math.abs(impact), digits[metric])}`,
      note: words.driver(sides[0] ?? '', sides[1] ?? '', words.answers(n, figure(words, n))),
    }
  })
  return [{ kind: 'soft', text: words.drivers(weeks) }, ...rows]
}

function voiceParts(words: DigestWords, title: string, voices: readonly Voice[]): Part[] {
  if (voices.length === 0) return []
  const quotes = voices.map(({ comment, score, survey }): Part => {
    const cut = firstCodePoints(comment, excerpt)
    const by = words.by(survey, score === null ? undefined : String(score))
    return { kind: 'quote', text: cut === comment ? comment : `${cut.trimEnd()}…`, notes: [by] }
  })
  return [{ kind: 'heading', text: title }, ...quotes]
}

function caseParts(words: DigestWords, cases: NonNullable<DigestFigures['cases']>): Part[] {
  const { new: fresh, inProgress, overdue, unowned } = cases
  const [all, begun, going, late, nobodys] = [fresh + inProgress, fresh, inProgress, overdue, unowned].map((n) =>
    figure(words, n),
  )
  const said =
    fresh + inProgress === 0
      ? words.nothingOpen
      : `${words.open(`${all}`, `${begun}`, `${going}`)} ${words.due(`${late}`, `${nobodys}`)}`
  return [
    { kind: 'heading', text: words.cases },
    { kind: 'text', text: said },
  ]
}

const digits: Record<Metric, number> = { nps: 1, csat: 1, ces: 2, none: 0 }

/** With a true minus sign. */
function figure({ locale }: DigestWords, value: number, places = 0): string {
  const text = value.toLocaleString(locale, { minimumFractionDigits: places, maximumFractionDigits: places })
  return text.replace('-', '−').replace(/^−(0([.,]0+)?)$/, '$1')
}

const scoreIn = (words: DigestWords, metric: Metric, value: number) =>
  figure(words, value, digits[metric]) + (metric === 'csat' ? '\u00a0%' : '')

const percent = (words: DigestWords, share: number) => `${figure(words, 100 * share, 1)}\u00a0%`

/** "16–22 November 2026", "October 2026" */
function daysIn(locale: string, { from, to }: Range, frequency: Frequency): string {
  const whole = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  if (frequency === 'monthly') return new Intl.DateTimeFormat(locale, whole).format(Date.parse(from))
  return new Intl.DateTimeFormat(locale, { ...whole, day: 'numeric' }).formatRange(Date.parse(from), Date.parse(to))
}
