/** SHA-256 in lower-case hex: how tokens and keys are stored. They carry 128 bits or more, so no salt is needed. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Compares two secrets without telling by the time taken where they differ. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([sha256(a), sha256(b)])
  let difference = 0
  for (let i = 0; i < left.length; i++) difference |= left.charCodeAt(i) ^ right.charCodeAt(i)
  return difference === 0
}

/** The API key of an Authorization header, or undefined for anything else. */
export function bearerKey(authorization: string | undefined): string | undefined {
  return authorization?.match(/^Bearer (sk_[0-9A-Za-z]{8,64})$/)?.[1]
}

/** Whether a text looks like the secret of a personal link to a survey. */
export const isLinkToken = (text: string) => /^lk_[0-9A-Za-z]{32}$/.test(text)

/** The submission key of a personal link's one response: made from its secret, so that nobody else can answer under it (UUID version 8). */
export async function submissionOfLink(token: string): Promise<string> {
  const hex = await sha256(`submission of ${token}`)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

/** Whether a text looks like the secret of a shared report: what doesn't needs no look into the database. */
export const isShareToken = (text: string) => /^sh_[0-9A-Za-z]{32}$/.test(text)
