import type { Respondent } from '../contract/response.ts'

/** An identified person. Without a right signature the id is what a page claims, and stands for itself alone. */
export interface Person {
  id: string
  verified: boolean
}

/** Who a request says it is about; undefined for nobody. */
export async function personOf(respondent: Respondent | undefined, secret: string): Promise<Person | undefined> {
  const id = respondent?.id.trim()
  if (!id) return
  return { id, verified: secret !== '' && (await isSigned(id, respondent?.signature ?? '', secret)) }
}

/** Whether the signature is the hex HMAC-SHA-256 of the text. */
async function isSigned(text: string, signature: string, secret: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  return await crypto.subtle.verify('HMAC', key, bytes, encoder.encode(text))
}
