import { findCards } from './cards.ts'
import { findEmails } from './emails.ts'
import { type Glyphs, glyphsOf, type Kind, type Span } from './glyphs.ts'
import { findIbans } from './ibans.ts'
import { runsOf } from './numbers.ts'
import { findPhones } from './phones.ts'

/** What stands where something was. No mark holds a digit or an @, so nothing is found in one. */
export const marks: Record<Kind, string> = { email: '[e-mail]', phone: '[phone]', card: '[card]', iban: '[IBAN]' }

export interface Redacted {
  text: string
  /** How many marks were set. */
  found: number
}

/** Without a digit of any script or a sign for @ nothing can be there. */
const worthReading = /[@\uff20\p{Nd}]|[([{<\s][^\S\n]?(?:at|ät|arroba|chiocciola|arobase)[^\S\n]?[)\]}>\s]/iu

/**
 * A text without e-mail addresses, phone, card and account numbers; each leaves a mark. Everything else stays as it is.
 * Linear in the text, and harmless to repeat: marks stay, and nothing new is found beside them.
 */
export function redact(text: string): Redacted {
  if (!worthReading.test(text)) return { text, found: 0 }
  const glyphs = glyphsOf(text)
  const spans = findPersonal(glyphs)
  let [redacted, done] = ['', 0]
  for (const { from, to, kind } of spans) {
    redacted += text.slice(done, glyphs.offset(from)) + marks[kind]
    done = glyphs.offset(to - 1) + 1
  }
  return { text: redacted + text.slice(done), found: spans.length }
}

/** All there is to replace, in order. What is surer comes first: the digits of an IBAN are no card. */
export function findPersonal(glyphs: Glyphs): Span[] {
  const emails = findEmails(glyphs)
  const accounts = merged(emails, findIbans(glyphs).filter(isApart(emails)))
  const cards = merged(accounts, runsOf(glyphs, accounts).flatMap(findCards))
  return merged(cards, findPhones(glyphs, cards))
}

const merged = (some: Span[], more: Span[]) => [...some, ...more].sort((one, other) => one.from - other.from)

/** Whether a span meets none of the others, which are in order; asked in order. */
function isApart(others: readonly Span[]): (span: Span) => boolean {
  let next = 0
  return ({ from, to }) => {
    while ((others[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next++
    return (others[next]?.from ?? Number.POSITIVE_INFINITY) >= to
  }
}
