import type { Metric } from '../../contract/category.ts'
import { sentimentsByScore } from '../sentiment/by-score.ts'
import { type Listener, listenerOf } from '../sentiment/model.ts'
import { type Reading, readWords } from '../words/reading.ts'
import type { TagBook } from './book.ts'
import type { TagModel } from './model.ts'
import { compileRules, type Matcher } from './rules.ts'
import { type Scorer, scorerOf } from './score.ts'
import type { SiteModel } from './site-model.ts'
import type { Given, Tagging } from './tagging.ts'

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
}

const silent: Verdict = { language: '', tones: '', given: new Map() }

/** Made when a site is read, and made ready with the first comment: most requests have none. */
export function makeTagger(revision: number, book: TagBook, model: SiteModel | undefined): Tagger {
  let ready: Ready | undefined
  return {
    revision,
    book,
    read(comment, locale, scale) {
      if (comment === '') return silent
      ready ??= readyFor(book, model)
      const reading = readWords(comment, locale)
      const tones = sentimentsByScore(ready.listen(reading, comment), scale)
      return { language: reading.language, tones, given: tagsOf(reading, ready) }
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

/** By its model where a tag has one, the rules being part of what that goes by; else by the rules. */
function tagsOf(reading: Reading, { matcher, scorer }: Ready): Map<string, Given> {
  const given = new Map<string, Given>()
  const hits = matcher.match(reading)
  for (const [tag, { words }] of hits) given.set(tag, { source: 'rule', places: words })
  for (const [tag, { confidence, given: isGiven }] of scorer.score(reading, hits)) {
    const places = hits.get(tag)?.words ?? (isGiven ? scorer.explain(reading, tag) : [])
    if (isGiven) given.set(tag, { source: 'learned', confidence, places })
    else given.delete(tag)
  }
  return given
}
