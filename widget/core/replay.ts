import { type Queue, queueOf, type Waiting } from '../survey/queue.ts'

const mostItems = 50
const mostBytes = 64 * 1024
const hour = 3_600_000
const week = 7 * 24 * hour

/** Longer than a tab can be at it: by then it has sent what it could, or was closed. */
const othersTurn = 30_000

/** Sends what earlier pages could not. Of several tabs only one does at a time, where the browser can tell. */
export function replay(site: string, host: string): void {
  const queue = queueOf(site, host)
  async function sendAll() {
    const now = Date.now()
    const found = gather(queue, now)
    const pauses = found.map(({ item }) => pauseOf(item, now)).filter((left) => left > 0)
    // By then another tab may have sent it.
    if (pauses.length > 0) setTimeout(replay, Math.min(...pauses), site, host)
    const due = found.filter(({ item }) => pauseOf(item, now) === 0)
    for (const { key, item } of due) queue.requests.set(key, { key, item, failures: 0 })
    await Promise.all(due.map(({ key }) => queue.attempt(key)))
  }
  if (navigator.locks) {
    const send = (mine: Lock | null) => (mine ? sendAll() : void setTimeout(replay, othersTurn, site, host))
    navigator.locks.request(queue.prefix, { ifAvailable: true }, send).catch(() => {})
  } else sendAll().catch(() => {})
}

/** What other pages left. Lets go of what is too old or too much: displays before answers, the oldest first. */
function gather({ prefix, requests }: Queue, now: number): Found[] {
  const own = new Set([...requests.values()].map(({ key }) => key))
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  const found = keys.flatMap(read).sort((a, b) => Number(isDisplay(a)) - Number(isDisplay(b)) || b.item.at - a.item.at)
  let [items, bytes] = [0, 0]
  const kept = found.filter(({ item, size }) => {
    if (isLate(now - item.at) || items === mostItems || bytes + size > mostBytes) return false
    items += 1
    bytes += size
    return true
  })
  const stay = new Set(kept.map(({ key }) => key))
  for (const key of keys) if (!stay.has(key)) localStorage.removeItem(key)
  return kept.filter(({ key }) => !own.has(key))
}

interface Found {
  key: string
  item: Waiting
  size: number
}

/** Nothing where it is no request: the page's other scripts can write here too. */
function read(key: string): Found[] {
  const text = localStorage.getItem(key) ?? ''
  try {
    const { path, body, at, after } = JSON.parse(text)
    if (path.startsWith('/') && body instanceof Object && at > 0)
      return [{ key, size: new Blob([text]).size, item: { path, body, at, after } }]
  } catch {}
  return []
}

const isDisplay = ({ item }: Found) => item.path === '/v1/displays'

/** Years between are a clock that was wrong, and no reason to lose an answer. */
const isLate = (age: number) => age > week && age < 52 * week

/** ms until it may be sent. A queue never waits longer than an hour and a half: more was written by a wrong clock. */
function pauseOf({ after }: Waiting, now: number): number {
  const left = after - now
  return left > 0 && left <= 1.5 * hour ? left : 0
}
