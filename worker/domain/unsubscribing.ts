import { isSigned, sign } from './person.ts'

/** What somebody is no longer sent, and who: nothing of their address stands in a link. */
const said = (digest: string, email: string) => `${digest} ${email}`

/** What a link that unsubscribes one address from one digest ends with: nobody can make one for somebody else. */
export async function unsubscribeToken(digest: { id: string; secret: string }, email: string): Promise<string> {
  return `${digest.id}-${await sign(said(digest.id, email), digest.secret)}`
}

/** Which digest a token names, and the signature it comes with; undefined for what is no token. */
export function readUnsubscribeToken(token: string): { digest: string; signature: string } | undefined {
  const [, digest, signature] = /^(dig_[0-9A-Za-z]{16})-([0-9a-f]{64})$/.exec(token) ?? []
  return digest !== undefined && signature !== undefined ? { digest, signature } : undefined
}

/** Which of these addresses a signature was made for. */
export async function whoUnsubscribes(
  digest: { id: string; secret: string },
  signature: string,
  emails: readonly string[],
): Promise<string | undefined> {
  for (const email of emails) if (await isSigned(said(digest.id, email), signature, digest.secret)) return email
}
