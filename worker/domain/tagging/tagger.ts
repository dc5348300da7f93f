import type { Metric } from '../../contract/category.ts'
import { sigmoid } from '../learning/logistic.ts'
import { sentimentsByScore } from '../sentiment/by-score.ts'
import { type Listener, listenerOf } from '../sentiment/model.ts'
import { type Reading, readWords } from '../words/reading.ts'
import type { TagBook } from './book.ts'
import { ruleOdds } from './learn.ts'
import type { TagModel } from './model.ts'
import { compileRules, type Matcher } from './rules.ts'
import { type Scorer, scorerOf } from './score.ts'
import type { SiteModel } from './site-model.ts'
import type { Given, Tagging } from './tagging.ts'
import type { Candidate } from './unsure.ts'

/** What a comment is about and how it sounds, as nobody has judged it yet. */
export interface Verdict {
  language: string
  /** A letter for each score the response may have (sentiment/by-score.ts); '' without a comment. */
  tones: string
  given: Tagging
}

/** What gives a site's comments their tags; the same comment always gets the same ones from the same revision. */
export interface Tagger {
  revision: number
  book: TagBook
  read: (comment: string, locale: string, scale: { metric: Metric; points: number }) => Verdict
  /** How sure it is of one tag beside any comment, and from where on it gives it. */
  doubts: (tag: string) => { least: number; of: (comment: string, locale: string) => Candidate }
}

const silent: Verdict = { language: '', tones: '', given: new Map() }

/** Made when a site is read, and made ready with the first comment: most requests have none. */
export function makeTagger(revision: number, book: TagBook, model: SiteModel | undefined): Tagger {
  let made: Ready | undefined
  const ready = () => (made ??= readyFor(book, model))
  return {
    revision,
    book,
    read(comment, locale, scale) {
      if (comment === '') return silent
      const reading = readWords(comment, locale)
      const tones = sentimentsByScore(ready().listen(reading, comment), scale)
      return { language: reading.language, tones, given: tagsOf(reading, ready()) }
    },
    doubts(tag) {
      const { matcher, scorer } = ready()
      const of = (comment: string, locale: string) => {
        const reading = readWords(comment, locale)
        const hits = matcher.match(reading)
        // Without a model what the learner would begin with.
        const byRule = sigmoid(hits.has(tag) ? ruleOdds.fits : ruleOdds.not)
        return { reading, confidence: scorer.score(reading, hits).get(tag)?.confidence ?? byRule }
      }
      return { least: model?.tags[tag]?.model?.least ?? 0.5, of }
    },
  }
}

/** What reading a comment takes time to make. */
interface Ready {
  matcher: Matcher
  scorer: Scorer
  listen: Listener
}

function readyFor({ active }: TagBook, model: SiteModel | undefined): Ready {
  const learned = active.flatMap(({ id }): [string, TagModel][] => {
    const found = model?.tags[id]?.model
    return found ? [[id, found]] : []
  })
  return { matcher: compileRules(active), scorer: scorerOf(new Map(learned)), listen: listenerOf(model?.sentiment ?? null) }
}

/** By its model where a tag has one, the rules being part of what that goes by; else, or where that only adds to them, by the rules. */
function tagsOf(reading: Reading, { matcher, scorer }: Ready): Map<string, Given> {
  const given = new Map<string, Given>()
  const hits = matcher.match(reading)
  for (const [tag, { words }] of hits) given.set(tag, { source: 'rule', places: words })
  for (const [tag, { confidence, by }] of scorer.score(reading, hits)) {
    if (by === undefined) given.delete(tag)
    if (by !== 'model') continue
    given.set(tag, { source: 'learned', confidence, places: hits.get(tag)?.words ?? scorer.explain(reading, tag) })
  }
  return given
}
