import type { SendResponse } from '../../worker/contract/response.ts'

/** `waiting` is tried again by itself; `refused` will not be taken however often it is sent. */
export type Fate = 'stored' | 'waiting' | 'refused'

/**
 * Sends the steps of one submission, and tells what became of the newest. Each carries all answers so far, so only the newest is worth sending:
 * a step that waits gives way to the next. Sending one twice is harmless, the server knows it by its key and seq.
 */
export function createSender(url: string, told: (fate: Fate, status: number) => void) {
  let step: SendResponse | undefined
  let flying: SendResponse | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function attempt() {
    clearTimeout(timer)
    const sent = step
    if (!sent || flying === sent) return
    flying = sent
    // A string goes as text/plain, which needs no preflight; keepalive lets it outlive the page.
    const body = JSON.stringify({ ...sent, context: { ...sent.context, sentAt: Date.now() } })
    const answer = await fetch(url, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => undefined)
    if (flying === sent) flying = undefined
    if (step !== sent) return
    const status = answer?.status ?? 0
    const again = !status || status === 408 || status === 429 || status >= 500
    if (again) timer = setTimeout(attempt, pause(failures++, Number(answer?.headers.get('Retry-After')) || 0))
    else step = undefined
    told(again ? 'waiting' : answer?.ok ? 'stored' : 'refused', status)
  }

  // The last chance of this page.
  addEventListener('pagehide', attempt)

  return {
    send(next: SendResponse) {
      step = next
      failures = 0
      attempt()
    },
    /** Sends what still waits, now. */
    retry: attempt,
  }
}

/** ms until the next attempt: 1 s doubling to a minute, never sooner than asked for, spread so that browsers don't return all at once. */
function pause(failures: number, retryAfterSeconds: number): number {
  const least = Math.max(Math.min(2 ** failures, 60), Math.min(retryAfterSeconds, 3600))
  return least * 1000 * (1 + Math.random() / 2)
}
