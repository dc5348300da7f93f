import { storagePrefix } from '../seam.ts'

/** `waiting` is tried again by itself; `refused` will not be taken however often it is sent. */
export type Fate = 'stored' | 'waiting' | 'refused'

/** A request the server hasn't taken yet, as it lies in storage. Times are this browser's, in ms since 1970. */
export interface Waiting {
  path: string
  body: { context?: object | undefined; [field: string]: unknown }
  at: number
  /** No sooner, wherever the shopper is by then: the server asked for a pause. 0 where it didn't. */
  after: number
}

/** The same on this page. */
export interface Request {
  /** Where it lies in storage: another place for each, a step of the same response too. */
  key: string
  item: Waiting
  told?: ((fate: Fate, status: number) => void) | undefined
  failures: number
  flying?: boolean
  timer?: ReturnType<typeof setTimeout>
}

export type Queue = ReturnType<typeof openQueue>

let queue: Queue | undefined
/** The one queue of this page. */
export const queueOf = (site: string, host: string): Queue => (queue ??= openQueue(site, host))

/**
 * Requests on their way. Each lies in storage until the server has taken it, and is sent again after a lost line, a busy server, a
 * closed tab or a crash. Its key there is its own, so that nobody who sends an older step of the same response, in another tab or for
 * an earlier page, can remove or overwrite it. Sending one twice is harmless: the server knows it by its id. Where storage is blocked
 * or full they wait in memory, as long as the page lives.
 */
function openQueue(site: string, host: string) {
  const prefix = `${storagePrefix}${site}:`
  const requests = new Map<string, Request>()

  /** Puts one into storage; takes another out, once this one is safe. */
  function keep(request?: Request, earlier?: Request) {
    try {
      if (request) localStorage.setItem(request.key, JSON.stringify(request.item))
      if (earlier) localStorage.removeItem(earlier.key)
    } catch {}
  }

  async function attempt(id: string) {
    const request = requests.get(id)
    if (!request || request.flying) return
    request.flying = true
    clearTimeout(request.timer)
    const { item, told } = request
    const { path, body } = item
    const answer = await fetch(host + path, {
      method: 'POST',
      // A string goes as text/plain, which needs no preflight; keepalive lets it outlive the page.
      body: JSON.stringify({ ...body, context: { ...body.context, sentAt: Date.now() } }),
      keepalive: true,
      credentials: 'omit',
      signal: AbortSignal.timeout(20_000),
    }).catch(() => {})
    // Left unread it would look cut off to whoever watches the page's requests.
    answer?.text().catch(() => {})
    request.flying = false
    // A newer step has taken its place.
    if (requests.get(id) !== request) return
    const status = answer?.status ?? 0
    const again = /^(0|408|429|5)/.test(`${status}`)
    if (again) {
      const asked = Number(answer?.headers.get('Retry-After')) || 0
      const wait = pause(request.failures++, asked)
      item.after = asked && Date.now() + wait
      request.timer = setTimeout(attempt, wait, id)
      keep(request)
    } else {
      requests.delete(id)
      keep(undefined, request)
    }
    told?.(again ? 'waiting' : answer?.ok ? 'stored' : 'refused', status)
  }

  function attemptAll() {
    for (const [id, { item }] of requests) if (item.after < Date.now()) attempt(id)
  }
  for (const type of ['online', 'pageshow', 'pagehide']) addEventListener(type, attemptAll)

  // The page has forgotten the person.
  addEventListener('earshot:reset', () => requests.clear())

  return {
    prefix,
    requests,
    attempt,
    /** Puts a request on its way, in place of an earlier one of this id. */
    post(path: string, id: string, body: Waiting['body'], told?: Request['told']) {
      const request: Request = { key: prefix + Math.random(), item: { path, body, at: Date.now(), after: 0 }, told, failures: 0 }
      keep(request, requests.get(id))
      requests.set(id, request)
      attempt(id)
    },
  }
}

/** ms until the next attempt: 1 s doubling to a minute, never sooner than asked for, spread so that browsers don't return all at once. */
function pause(failures: number, retryAfterSeconds: number): number {
  return Math.max(Math.min(2 ** failures, 60), Math.min(retryAfterSeconds, 3600)) * 1000 * (1 + Math.random() / 2)
}
