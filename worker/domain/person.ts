import { limits } from '../contract/limits.ts'
import type { Respondent } from '../contract/response.ts'
import { cleanText } from './text.ts'

/** An identified person. Without a right signature the id is what a page claims, and stands for itself alone. */
export interface Person {
  id: string
  verified: boolean
}

/** The id a request gives somebody, without what a database can't bear; '' for nobody. */
export function respondentId(respondent: Respondent | undefined): string {
  const id = cleanText(respondent?.id ?? '').trim()
  // Some letters are two or three when they are composed.
  return id.length <= limits.respondent ? id : ''
}

/** Who a request says it is about; undefined for nobody. */
export async function personOf(respondent: Respondent | undefined, secret: string): Promise<Person | undefined> {
  const id = respondentId(respondent)
  if (!respondent || !id) return
  // The shop signed what it sent.
  return { id, verified: secret !== '' && (await isSigned(respondent.id.trim(), respondent.signature ?? '', secret)) }
}

/** What a shop signs of an order: not the id alone, so that a customer's signature is none of an order of the same number. */
export const orderText = (id: string) => `order:${id}`

/** Whether the signature is the hex HMAC-SHA-256 of the text. */
export async function isSigned(text: string, signature: string, secret: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return await crypto.subtle.verify('HMAC', await keyOf(secret, 'verify'), bytes, encoder.encode(text))
}

/** The hex HMAC-SHA-256 of a text. */
export async function sign(text: string, secret: string): Promise<string> {
  const bytes = await crypto.subtle.sign('HMAC', await keyOf(secret, 'sign'), encoder.encode(text))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const encoder = new TextEncoder()
const keyOf = (secret: string, use: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])
