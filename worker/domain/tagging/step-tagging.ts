import type { Metric } from '../../contract/category.ts'
import type { Tagger } from './tagger.ts'
import { judgedWholly, type Tagging, writeTagging } from './tagging.ts'

/** A comment's tags as they are stored with it, and who gave them. */
export interface StepTagging {
  /** JSON, as `responses` holds them. */
  tags: string
  tagging: string
  language: string
  tones: string
  /** The revision of the site's tagger. */
  tagger: number
  /** When (ms) the step's sender said which tags belong, as somebody's file does; else 0. */
  judgedAt: number
}

const none: Tagging = new Map()

/** What a site's tagger gives a comment of a step, or `byHand` in its place: the ids of the tags that somebody said belong. */
export function stepTagging(
  { tagger, now }: { tagger: Tagger; now: number },
  { comment, locale, scale }: { comment: string; locale: string; scale: { metric: Metric; points: number } },
  byHand?: ReadonlySet<string>,
): StepTagging {
  const { language, tones, given } = tagger.read(comment, locale, scale)
  const tagging = byHand ? judgedWholly(none, tagger.book.active, byHand) : given
  return { ...writeTagging(tagging), language, tones, tagger: tagger.revision, judgedAt: byHand ? now : 0 }
}
