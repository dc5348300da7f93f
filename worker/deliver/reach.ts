import { readWebhookUrl, type WebhookUrl } from '../domain/webhook-url.ts'
import type { Env } from '../env.ts'
import { leadsOut } from './resolve.ts'

/**
 * Whether webhooks may be sent to an address, by what it says and by where its name leads now. Asked when it is written down, and again with
 * each attempt: a row may be older than a rule, and a name may lead elsewhere by then. `host` is the one a request came to, where there is one.
 */
export async function mayReach(env: Env, text: string, host?: string): Promise<WebhookUrl> {
  const own = [...(URL.canParse(env.PUBLIC_URL) ? [new URL(env.PUBLIC_URL).hostname] : []), ...(host ? [host] : [])]
  const read = readWebhookUrl(text, own)
  if (!read.ok) return read
  const out = await leadsOut(env, read.url.hostname)
  return out.ok ? read : out
}
