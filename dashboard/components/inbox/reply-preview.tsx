import type { ReplyGround } from '../../../worker/contract/reply.ts'
import { directionOf } from '../../../worker/domain/languages.ts'
import { paragraphsOf, quoteOf } from '../../../worker/domain/said.ts'
import type { Draft } from '../../models/replies.ts'

interface Props {
  draft: Draft
  shop: string
  said: ReplyGround['said']
}

/** A reply as its reader sees it: of the same parts as the mail. */
export function ReplyPreview({ draft: { subject, text, language }, shop, said }: Props) {
  const quote = quoteOf(said, language)
  return (
    <article class="letter" aria-label="As it will be sent" lang={language} dir={directionOf(language)}>
      <p class="letter-subject">{subject || '…'}</p>
      <p class="letter-mark">{shop}</p>
      {paragraphsOf(text).map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
      <blockquote dir="auto">
        <p>{quote.text}</p>
        {quote.notes.map((note) => (
          <p key={note} class="small soft">
            {note}
          </p>
        ))}
      </blockquote>
    </article>
  )
}
