import type { ContactChannel } from '../contract/question.ts'

/** A way to reach the shopper, and what for in the words they read. */
export interface Contact {
  kind: ContactChannel
  value: string
  purpose: string
}

/** White space, control characters and what has no width: none of them stands in an e-mail address. */
const unseen = /[\s\p{C}]/u

/**
 * Whether it looks like an e-mail address: one @, a dot in the domain. Stricter rules refuse addresses that work; whether
 * one does is known only by writing to it.
 */
export function isEmail(text: string): boolean {
  return text.length <= 254 && !unseen.test(text) && /^[^@]+@[^@.]+(\.[^@.]+)+$/.test(text)
}

/** Whether it looks like a phone number: 6 to 20 digits, with the signs people set between them. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return /^[\d+()\-./ ]{6,40}$/.test(text) && digits >= 6 && digits <= 20
}
