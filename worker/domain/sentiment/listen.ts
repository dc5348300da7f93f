import type { Reading } from '../words/reading.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { lexiconOf, sentimentLanguages } from './lexicons.ts'
import { emojiWeight } from './signs.ts'
import { type Heard, heardIn } from './verdict.ts'

/** A comment's words of judgement, and what they say by themselves. */
export interface Listened {
  evidence: Evidence
  heard: Heard
}

/** In so few words a language often can't be told, and needn't be: "Super!" */
const few = 4
/** What is read without knowing its language needs one whole word of judgement. */
const whole = 2
/** "Not" and "without" of languages whose other words aren't known, in Latin letters. */
const otherNots = new Set(
  'nie inte ikke ikkje ej ne nem nu nije neni ei bez uten utan uden nincs fara tidak bukan khong degil'.split(' '),
)

/**
 * Reads a comment's words of judgement; null in a language whose words aren't known: rather blank than guessed. Where the
 * language can't be told, a few words are read in every known one and count if those that know some agree. Emoji without words
 * say the same everywhere.
 */
export function readSentiment(reading: Reading, text: string): Listened | null {
  const lexicon = lexiconOf(reading.language)
  if (lexicon) return listened(evidenceOf(reading, text, lexicon))
  const words = reading.tokens.filter(({ word }) => emojiWeight(word) === 0).map(({ word }) => word)
  const isOpen = reading.language === '' || words.length === 0
  if (!isOpen || words.length > few || words.some((word) => otherNots.has(word))) return null
  return agreed(readInAll(reading, text))
}

const listened = (evidence: Evidence): Listened => ({ evidence, heard: heardIn(evidence) })

function readInAll(reading: Reading, text: string): Listened[] {
  return sentimentLanguages.flatMap((language) => {
    const lexicon = lexiconOf(language)
    return lexicon ? listened(evidenceOf(reading, text, lexicon)) : []
  })
}

function agreed(all: Listened[]): Listened | null {
  const telling = all.filter(({ evidence }) => evidence.praise + evidence.blame > 0)
  const [first] = telling
  const sure = telling.find(({ evidence }) => evidence.praise + evidence.blame >= whole)
  return sure && telling.every(({ heard }) => heard.sentiment === first?.heard.sentiment) ? sure : null
}
