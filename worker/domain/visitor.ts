/** Where a request came from, as far as repeats are told by it. Never stored, never logged. */
export interface Visitor {
  /** Its network (domain/network.ts), '' where there is none to tell by. */
  network: string
  userAgent: string
}

/** A visitor and their network as the day remembers them: five letters each. */
export interface Traces {
  visitor: string
  network: string
}

/** Hashes under the day's salt, so that who has the salt no more can't tell whom they meant; of one site, so that no two can be compared. */
export async function tracesOf(site: string, { network, userAgent }: Visitor, salt: CryptoKey): Promise<Traces> {
  const hash = async (text: string) =>
    letters(await crypto.subtle.sign('HMAC', salt, new TextEncoder().encode(`${site}\n${network}${text}`)))
  const [one, all] = await Promise.all([hash(`\n${userAgent.slice(0, 512)}`), hash('')])
  return { visitor: one, network: all }
}

/** A text's own five letters. */
export const traceOf = async (text: string) => letters(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

export const saltKey = (salt: string) =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(salt), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

/** 30 bits, in letters that stand in no mark between them (store/judged-steps.ts). */
const letters = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes).subarray(0, 4)))
    .slice(0, 5)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
