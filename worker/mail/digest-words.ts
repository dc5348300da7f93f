import type { Metric } from '../contract/category.ts'
import type { DigestLanguage, Frequency } from '../contract/digest.ts'

/** What a change is beside chance; `unknown` where either side has no interval. */
export type Certainty = 'real' | 'chance' | 'unknown'

/** What a digest says around its figures, which come written as the language writes numbers. */
export interface DigestWords {
  /** As dates are written. */
  locale: string
  metrics: Record<Metric, string>
  /** A difference of scores, without its sign. */
  points: Record<Metric, (figure: string) => string>
  answers: (n: number, figure: string) => string
  between: (low: string, high: string) => string
  caution: string
  higher: (by: string, frequency: Frequency, certainty: Certainty) => string
  lower: (by: string, frequency: Frequency, certainty: Certainty) => string
  same: (frequency: Frequency) => string
  noneBefore: (frequency: Frequency) => string
  before: (figure: string, frequency: Frequency) => string
  responses: (n: number) => string
  responseRate: (percent: string) => string
  /** `weeks`: of so many up to the period's end; null for the period itself. */
  drivers: (weeks: number | null) => string
  noDrivers: (weeks: number) => string
  tag: (name: string) => string
  driver: (inside: string, outside: string, answers: string) => string
  beyond: (surveys: number) => string
  praises: string
  problems: string
  by: (survey: string, score: string | undefined) => string
  cases: string
  open: (n: string, fresh: string, inProgress: string) => string
  due: (overdue: string, unowned: string) => string
  nothingOpen: string
  empty: string
  button: string
  why: (digest: string, site: string, frequency: Frequency) => string
  trial: string
  unsubscribe: string
  page: Record<'question' | 'leave' | 'left' | 'leftSays' | 'back' | 'stay' | 'staySays' | 'gone', string>
}

const certain = (real: string, chance: string) => (certainty: Certainty) =>
  certainty === 'real' ? real : certainty === 'chance' ? chance : ''

const scores = { nps: 'NPS', csat: 'CSAT', ces: 'CES' }

const en: DigestWords = (() => {
  const last = { weekly: 'the week before', monthly: 'the month before' }
  const tail = certain(', by more than chance', '; that may be chance')
  return {
    locale: 'en-GB',
    metrics: { ...scores, none: 'Responses' },
    points: pointsOf('points', 'percentage points'),
    answers: (n, figure) => `of ${figure} ${n === 1 ? 'answer' : 'answers'}`,
    between: (low, high) => `95 % interval ${low} to ${high}`,
    caution: 'So few and one-sided answers allow for more than the interval says.',
    higher: (by, frequency, certainty) => `${by} higher than ${last[frequency]}${tail(certainty)}.`,
    lower: (by, frequency, certainty) => `${by} lower than ${last[frequency]}${tail(certainty)}.`,
    same: (frequency) => `The same as ${last[frequency]}.`,
    noneBefore: (frequency) => `Nobody answered ${last[frequency]}.`,
    before: (figure, frequency) => `${figure} ${last[frequency]}.`,
    responses: (n) => (n === 1 ? 'response' : 'responses'),
    responseRate: (percent) => `Response rate ${percent}.`,
    drivers: (weeks) => `What lifts or lowers it most, by more than chance${weeks === null ? '' : `, over ${weeks} weeks`}:`,
    noDrivers: (weeks) => `No segment and no tag stands out by more than chance, over ${weeks} weeks neither.`,
    tag: (name) => `Comments on ${name}`,
    driver: (inside, outside, answers) => `${inside} ${answers}, everybody else ${outside}`,
    beyond: (surveys) => `And ${surveys} more ${surveys === 1 ? 'survey' : 'surveys'} in the dashboard.`,
    praises: 'Praise',
    problems: 'Problems',
    by: (survey, score) => (score === undefined ? survey : `${survey}, score ${score}`),
    cases: 'Open in the inbox',
    open: (n, fresh, inProgress) => `${n} open: ${fresh} new, ${inProgress} in progress.`,
    due: (overdue, unowned) => `${overdue} overdue, ${unowned} without an owner.`,
    nothingOpen: 'Nothing is open.',
    empty: 'Nobody answered. A digest of such a time is not sent.',
    button: 'Open Earshot',
    why: (digest, site, frequency) =>
      `“${digest}” of ${site} comes each ${frequency === 'weekly' ? 'week' : 'month'} in which somebody answered.`,
    trial: 'This one was sent to you alone, to try it.',
    unsubscribe: 'Unsubscribe',
    page: {
      question: 'Unsubscribe from this digest?',
      leave: 'Unsubscribe',
      left: 'You are unsubscribed',
      leftSays: 'This digest is sent to you no longer.',
      back: 'Subscribe again',
      stay: 'You are subscribed',
      staySays: 'The next digest is sent to you again.',
      gone: 'This digest is no longer there',
    },
  }
})()

const de: DigestWords = (() => {
  const last = { weekly: 'in der Woche davor', monthly: 'im Monat davor' }
  const tail = certain(', mehr als Zufall', '; das kann Zufall sein')
  return {
    locale: 'de',
    metrics: { ...scores, none: 'Antworten' },
    points: pointsOf('Punkte', 'Prozentpunkte'),
    answers: (n, figure) => `aus ${figure} ${n === 1 ? 'Antwort' : 'Antworten'}`,
    between: (low, high) => `95-%-Intervall ${low} bis ${high}`,
    caution: 'So wenige und einseitige Antworten lassen mehr offen, als das Intervall sagt.',
    higher: (by, frequency, certainty) => `${by} höher als ${last[frequency]}${tail(certainty)}.`,
    lower: (by, frequency, certainty) => `${by} niedriger als ${last[frequency]}${tail(certainty)}.`,
    same: (frequency) => `Wie ${last[frequency]}.`,
    noneBefore: (frequency) => `Keine Antworten ${last[frequency]}.`,
    before: (figure, frequency) => `${figure} ${last[frequency]}.`,
    responses: (n) => (n === 1 ? 'Antwort' : 'Antworten'),
    responseRate: (percent) => `Antwortquote ${percent}.`,
    drivers: (weeks) =>
      `Was den Wert am meisten hebt oder senkt, mehr als Zufall${weeks === null ? '' : `, über ${weeks} Wochen`}:`,
    noDrivers: (weeks) => `Kein Segment und kein Thema sticht über den Zufall hinaus hervor, auch nicht über ${weeks} Wochen.`,
    tag: (name) => `Kommentare zu ${name}`,
    driver: (inside, outside, answers) => `${inside} ${answers}, alle anderen ${outside}`,
    beyond: (surveys) => `Und ${surveys} weitere ${surveys === 1 ? 'Umfrage' : 'Umfragen'} im Dashboard.`,
    praises: 'Lob',
    problems: 'Probleme',
    by: (survey, score) => (score === undefined ? survey : `${survey}, Wert ${score}`),
    cases: 'Offen im Posteingang',
    open: (n, fresh, inProgress) => `${n} offen: ${fresh} neu, ${inProgress} in Arbeit.`,
    due: (overdue, unowned) => `${overdue} überfällig, ${unowned} ohne Zuständige.`,
    nothingOpen: 'Nichts ist offen.',
    empty: 'Niemand hat geantwortet. Über eine solche Zeit wird kein Bericht verschickt.',
    button: 'Earshot öffnen',
    why: (digest, site, frequency) =>
      `„${digest}“ von ${site} kommt nach ${frequency === 'weekly' ? 'jeder Woche' : 'jedem Monat'} mit Antworten.`,
    trial: 'Diese Ausgabe ging zur Probe nur an Sie.',
    unsubscribe: 'Abbestellen',
    page: {
      question: 'Diesen Bericht abbestellen?',
      leave: 'Abbestellen',
      left: 'Abbestellt',
      leftSays: 'Dieser Bericht wird Ihnen nicht mehr geschickt.',
      back: 'Wieder bestellen',
      stay: 'Bestellt',
      staySays: 'Den nächsten Bericht bekommen Sie wieder.',
      gone: 'Diesen Bericht gibt es nicht mehr',
    },
  }
})()

const nl: DigestWords = (() => {
  const last = { weekly: 'de week ervoor', monthly: 'de maand ervoor' }
  const tail = certain(', meer dan toeval', '; dat kan toeval zijn')
  return {
    locale: 'nl',
    metrics: { ...scores, none: 'Reacties' },
    points: pointsOf('punten', 'procentpunten'),
    answers: (n, figure) => `uit ${figure} ${n === 1 ? 'antwoord' : 'antwoorden'}`,
    between: (low, high) => `95%-interval ${low} tot ${high}`,
    caution: 'Zo weinig en eenzijdige antwoorden laten meer open dan het interval zegt.',
    higher: (by, frequency, certainty) => `${by} hoger dan ${last[frequency]}${tail(certainty)}.`,
    lower: (by, frequency, certainty) => `${by} lager dan ${last[frequency]}${tail(certainty)}.`,
    same: (frequency) => `Gelijk aan ${last[frequency]}.`,
    noneBefore: (frequency) => `Niemand antwoordde ${last[frequency]}.`,
    before: (figure, frequency) => `${figure} ${last[frequency]}.`,
    responses: (n) => (n === 1 ? 'reactie' : 'reacties'),
    responseRate: (percent) => `Respons ${percent}.`,
    drivers: (weeks) =>
      `Wat de score het meest verhoogt of verlaagt, meer dan toeval${weeks === null ? '' : `, over ${weeks} weken`}:`,
    noDrivers: (weeks) => `Geen segment en geen onderwerp springt er meer dan toevallig uit, ook niet over ${weeks} weken.`,
    tag: (name) => `Opmerkingen over ${name}`,
    driver: (inside, outside, answers) => `${inside} ${answers}, alle anderen ${outside}`,
    beyond: (surveys) => `En nog ${surveys} ${surveys === 1 ? 'enquête' : 'enquêtes'} in het dashboard.`,
    praises: 'Lof',
    problems: 'Problemen',
    by: (survey, score) => (score === undefined ? survey : `${survey}, score ${score}`),
    cases: 'Open in de inbox',
    open: (n, fresh, inProgress) => `${n} open: ${fresh} nieuw, ${inProgress} in behandeling.`,
    due: (overdue, unowned) => `${overdue} te laat, ${unowned} zonder eigenaar.`,
    nothingOpen: 'Er staat niets open.',
    empty: 'Niemand heeft geantwoord. Over zo’n tijd wordt geen overzicht verstuurd.',
    button: 'Earshot openen',
    why: (digest, site, frequency) =>
      `“${digest}” van ${site} komt na elke ${frequency === 'weekly' ? 'week' : 'maand'} met antwoorden.`,
    trial: 'Deze editie is alleen naar u gestuurd, om te proberen.',
    unsubscribe: 'Afmelden',
    page: {
      question: 'Afmelden voor dit overzicht?',
      leave: 'Afmelden',
      left: 'U bent afgemeld',
      leftSays: 'Dit overzicht wordt u niet meer gestuurd.',
      back: 'Weer aanmelden',
      stay: 'U bent aangemeld',
      staySays: 'Het volgende overzicht krijgt u weer.',
      gone: 'Dit overzicht bestaat niet meer',
    },
  }
})()

function pointsOf(points: string, percent: string): DigestWords['points'] {
  const of = (unit: string) => (figure: string) => `${figure}\u00a0${unit}`
  return { nps: of(points), csat: of(percent), ces: (figure) => figure, none: (figure) => figure }
}

export const digestWords: Record<DigestLanguage, DigestWords> = { en, de, nl }
