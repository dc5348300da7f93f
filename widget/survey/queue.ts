import { storageKey } from '../seam.ts'

/** `waiting` is tried again by itself; `refused` will not be taken however often it is sent. */
export type Fate = 'stored' | 'waiting' | 'refused'

/** A request the server hasn't taken yet, as it lies in storage. Times are this browser's, in ms since 1970. */
export interface Waiting {
  path: string
  /** Only an answer has a seq. */
  body: { seq?: number; context?: object | undefined; [field: string]: unknown }
  at: number
  /** No sooner, wherever the shopper is by then: the server asked for a pause, or it failed just now. */
  after: number
}

/** The same on this page. */
export interface Request {
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
 * Requests on their way. Each lies in storage until the server has taken it, under a key of its own so that two tabs never overwrite
 * each other, and is sent again after a lost line, a busy server, a closed tab or a crash. Sending one twice is harmless: the
 * server knows it by its id. Where storage is blocked or full they wait in memory, as long as the page lives.
 */
function openQueue(site: string, host: string) {
  const prefix = `${storageKey(site)}:`
  const requests = new Map<string, Request>()

  /** Null takes it out of storage. */
  function keep(id: string, item: Waiting | null) {
    try {
      if (item) localStorage.setItem(prefix + id, JSON.stringify(item))
      else localStorage.removeItem(prefix + id)
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
    request.flying = false
    // A newer step has taken its place.
    if (requests.get(id) !== request) return
    const status = answer ? answer.status : 0
    const again = /^(0|408|429|5..)$/.test(`${status}`)
    if (again) {
      const wait = pause(request.failures++, Number(answer?.headers.get('Retry-After')) || 0)
      item.after = Date.now() + wait
      request.timer = setTimeout(attempt, wait, id)
      keep(id, item)
    } else {
      requests.delete(id)
      keep(id, null)
    }
    told?.(again ? 'waiting' : answer?.ok ? 'stored' : 'refused', status)
  }

  for (const type of ['online', 'pageshow', 'pagehide']) addEventListener(type, () => [...requests.keys()].map(attempt))

  // The page has forgotten the person.
  addEventListener('earshot:reset', () => requests.clear())

  return {
    prefix,
    requests,
    attempt,
    /** Puts a request on its way, in place of an earlier one of this id. */
    post(path: string, id: string, body: Waiting['body'], told?: Request['told']) {
      const item = { path, body, at: Date.now(), after: 0 }
      requests.set(id, { item, told, failures: 0 })
      keep(id, item)
      attempt(id)
    },
  }
}

/** ms until the next attempt: 1 s doubling to a minute, never sooner than asked for, spread so that browsers don't return all at once. */
function pause(failures: number, retryAfterSeconds: number): number {
  return Math.max(Math.min(2 ** failures, 60), Math.min(retryAfterSeconds, 3600)) * 1000 * (1 + Math.random() / 2)
}
