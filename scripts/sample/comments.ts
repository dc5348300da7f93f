import type { SampleSurvey } from '../sample.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { fill, pick, type Random } from './random.ts'

/** How the writer feels; it follows the score. */
export type Sentiment = 'high' | 'middle' | 'low'

type BySentiment = Record<Sentiment, readonly string[]>

/** What a language can say. Templates are filled by `fill`. */
export interface Phrases {
  nps: BySentiment & { late: readonly string[] }
  csat: BySentiment
  ces: BySentiment
  closers: BySentiment
  short: BySentiment
}

const languages: Record<string, Phrases> = { en: english, de: german, nl: dutch }

interface Writer {
  survey: SampleSurvey
  sentiment: Sentiment
  language: string
  /** 0 to 1: how much late parcels are on everybody's mind. */
  trouble: number
}

/** One comment as a shopper might type it: a few words, a sentence, or a sentence or two with a farewell. */
export function writeComment(random: Random, { survey, sentiment, language, trouble }: Writer): string {
  const phrases = languages[language] ?? english
  const late = survey === 'nps' && sentiment !== 'high' && random() < trouble * 0.85
  if (!late && random() < 0.11) return pick(random, phrases.short[sentiment])
  const first = pick(random, late ? phrases.nps.late : phrases[survey][sentiment])
  const sentences = [sentence(random, first)]
  if (random() < 0.28) {
    const second = pick(random, phrases[survey][sentiment])
    if (second !== first) sentences.push(sentence(random, second))
  }
  if (random() < 0.36) sentences.push(pick(random, phrases.closers[sentiment]))
  const text = sentences.filter(Boolean).join(' ')
  return asTyped(random, text)
}

function sentence(random: Random, template: string): string {
  return `${fill(random, template).replace(/\s+/g, ' ').replace(' ,', ',').trim()}.`
}

/** People on phones drop capitals and full stops; some are delighted in exclamation marks. */
function asTyped(random: Random, text: string): string {
  const chance = random()
  if (chance < 0.12) return text.toLowerCase().replace(/\.$/, '')
  if (chance < 0.3) return text.replace(/\.$/, '')
  return text
}
