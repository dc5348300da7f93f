import type { Reply, ReplyGround, ReplyTemplate, SendReply } from '../../worker/contract/reply.ts'
import { fillLine, fillPlaces } from '../../worker/domain/reply-places.ts'

/** As the API takes them. */
export const longestReply = 5_000
export const longestSubject = 200

/** A reply in the making. */
export type Draft = Required<Pick<SendReply, 'subject' | 'text' | 'language'>>

/** Written freely: in the language they answered in. */
export const emptyDraft = ({ locale }: ReplyGround): Draft => ({ subject: '', text: '', language: locale || 'en' })

/** What a template says to this shopper. */
export const draftOf = ({ subject, text, language }: ReplyTemplate, { places }: Pick<ReplyGround, 'places'>): Draft => ({
  subject: fillLine(subject, places, longestSubject),
  text: fillPlaces(text, places),
  language,
})

const spoken = (tag: string) => tag.split('-')[0]

/** Those in the shopper's language first. */
export const suited = (templates: readonly ReplyTemplate[], locale: string) =>
  templates.toSorted((a, b) => Number(spoken(b.language) === spoken(locale)) - Number(spoken(a.language) === spoken(locale)))

/** What became of a reply, in words. */
export function replyWords({ state, error }: Reply): string {
  if (state === 'sent') return 'Sent'
  if (state === 'failed') return `Could not be sent: ${error}`
  return error ? `Not sent yet: ${error}` : 'On its way'
}

/** Whoever a template is looked at for while it is written. */
export const sample: Pick<ReplyGround, 'places' | 'said'> = {
  places: {
    'first name': 'Ann',
    shop: '',
    survey: 'After delivery',
    score: '2/10',
    comment: 'The parcel came three days late, and nobody told me.',
  },
  said: {
    day: '2026-11-12',
    question: 'How likely are you to recommend us?',
    score: '2/10',
    comment: 'The parcel came three days late, and nobody told me.',
  },
}
