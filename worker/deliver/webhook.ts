import { Webhook } from 'standardwebhooks'
import type { Env } from '../env.ts'
import { type EndpointRow, findEndpoint } from '../store/endpoints.ts'
import { type Content, contentOf } from './contents.ts'
import { mayReach } from './reach.ts'
import type { Attempt, Sender } from './sender.ts'

const limitMs = 15_000

/** What an endpoint is told. */
interface Message {
  id: string
  type: string
  /** When it happened, ms. */
  at: number
  content: Content
}

export const sendWebhook: Sender = async (env, db, delivery) => {
  const endpoint = await findEndpoint(db, delivery.site, delivery.target)
  const content = endpoint && (await contentOf(db, delivery, env))
  if (!endpoint || !content) return { ok: 'void' }
  const { id, type, created_at } = delivery
  return await sendTo(env, endpoint, { id, type, at: created_at, content })
}

/** To an endpoint: signed JSON by Standard Webhooks, or a text for a Slack-compatible channel. `host` as `mayReach` has it. */
export async function sendTo(
  env: Env,
  endpoint: EndpointRow,
  { id, type, at, content }: Message,
  host?: string,
): Promise<Attempt> {
  const may = await mayReach(env, endpoint.url, host)
  if (!may.ok) return { ok: false, status: null, error: `blocked: ${may.reason}` }
  const told =
    endpoint.kind === 'slack' ? { text: content.text } : { type, timestamp: new Date(at).toISOString(), data: content.data }
  const body = JSON.stringify(told)
  // Not AbortSignal.timeout, which only a real clock moves.
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limitMs)
  try {
    const answer = await fetch(may.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Earshot', ...signatures(endpoint, id, body) },
      body,
      redirect: 'manual',
      signal: late.signal,
    })
    // What it says is nobody's business: not a byte of it is read.
    await answer.body?.cancel()
    return attemptOf(answer.status)
  } catch {
    return { ok: false, status: null, error: late.signal.aborted ? 'no answer within 15 seconds' : 'no connection' }
  } finally {
    clearTimeout(timer)
  }
}

function attemptOf(status: number): Attempt {
  if (status >= 200 && status < 300) return { ok: true, status }
  if (status === 410) return { ok: false, status, error: 'wants nothing more', gone: true }
  return { ok: false, status, error: status >= 300 && status < 400 ? 'redirects are not followed' : 'refused' }
}

/** For a day after the secret was changed both sign, so that a receiver changes over without missing any. */
function signatures(
  { kind, secret, former_secret, former_until }: EndpointRow,
  id: string,
  body: string,
): Record<string, string> {
  if (kind !== 'standard') return {}
  const at = new Date()
  const secrets = [secret, ...(former_until > at.getTime() ? [former_secret] : [])]
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((one) => new Webhook(one).sign(id, at, body)).join(' '),
  }
}
