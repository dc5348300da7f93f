/**
 * One language of the widget: its own words and the standard questions. A file of `worker/locales/` is one Locale;
 * the compiler refuses a file that lacks a key, and a test a key that nothing uses.
 */
export interface Locale {
  /** BCP 47. Informal address is told by a private subtag: `de` says Sie, `de-x-informal` says du. */
  tag: string
  /** In its own language, as a manager would look for it. */
  name: string
  dir: 'ltr' | 'rtl'
  /** Whether a native speaker has read it; a draft until then. */
  reviewed: boolean
  words: Words
  standard: StandardWording
}

/** The widget's own words. Braces are places: `{n}`, `{max}`, `{site}`. */
export interface Words {
  close: string
  send: string
  next: string
  back: string
  /** How a point of a scale is named to a screen reader. */
  outOf: string
  /** Beside a question that may be left out. */
  optional: string
  failed: string
  /** Who asks, and why. */
  asks: string
  privacy: string
  never: string
  /** A button on the thank-you, and what it answers. */
  erase: string
  erased: string
  /** Where in the survey one is. */
  step: string
  /** Beneath a question that was passed by but is needed. */
  missing: string
  /** Names the field for another answer than those offered. */
  otherText: string
  email: string
  phone: string
  badEmail: string
  badPhone: string
  copy: string
  copied: string
  /** On the tab or button that opens a survey. */
  feedback: string
  /** On the page of a survey that takes no answers any more. */
  ended: string
}

/** The field's standard questions. `{product}` is what is asked about: a shop's name, mostly. */
export interface StandardWording {
  nps: StandardScale & Record<'promoter' | 'passive' | 'detractor', string>
  csat: StandardScale & Record<'satisfied' | 'neutral' | 'dissatisfied', string>
  ces: StandardScale & Record<'easy' | 'neutral' | 'difficult', string>
  /** The question of a survey without a metric. */
  none: { text: string }
  thanks: { title: string; text: string }
}

/** A metric's question with the names of its ends, and the follow-up where the category doesn't word it. */
interface StandardScale {
  text: string
  low: string
  high: string
  why: string
}
