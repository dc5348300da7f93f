import type { Sent } from './mail.ts'

const limitMs = 15_000

/** Hands JSON to whoever carries mail. Nothing of what they answer is kept but the status: their words may name the address. */
export async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Sent> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Earshot', ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    })
    await answer.body?.cancel()
    return answer.ok ? { ok: true } : { ok: false, error: `refused with ${answer.status}` }
  } catch {
    return { ok: false, error: 'no connection' }
  }
}
