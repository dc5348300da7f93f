import { isPublicAddress } from '../domain/public-address.ts'
import type { Env } from '../env.ts'

const limitMs = 5_000
const types = ['A', 'AAAA'] as const
const typeNumbers = { A: 1, AAAA: 28 }

type Resolved = { ok: true } | { ok: false; reason: string }

/**
 * Whether a name leads to the internet alone: a worker can't look where it connects to, so it asks a resolver it trusts, by DNS over HTTPS.
 * Whatever isn't known to be public is refused, also where the resolver doesn't answer. The JSON form of
 * https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/
 */
export async function leadsOut(env: Env, host: string): Promise<Resolved> {
  try {
    const addresses = (await Promise.all(types.map((type) => addressesOf(env.RESOLVER, host, type)))).flat()
    if (addresses.length === 0) return { ok: false, reason: 'has no address' }
    return addresses.every(isPublicAddress) ? { ok: true } : { ok: false, reason: 'leads to an inner address' }
  } catch {
    return { ok: false, reason: 'could not be looked up' }
  }
}

async function addressesOf(resolver: string, host: string, type: (typeof types)[number]): Promise<string[]> {
  const url = new URL(resolver)
  url.searchParams.set('name', host)
  url.searchParams.set('type', type)
  const answer = await fetch(url, { headers: { Accept: 'application/dns-json' }, signal: AbortSignal.timeout(limitMs) })
  if (!answer.ok) throw new Error(`the resolver answered ${answer.status}`)
  const { Answer = [] } = await answer.json<{ Answer?: { type: number; data: string }[] }>()
  return Answer.filter((record) => record.type === typeNumbers[type]).map(({ data }) => data)
}
