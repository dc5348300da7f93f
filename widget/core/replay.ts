import { type Queue, queueOf, type Request, type Waiting } from '../survey/queue.ts'

const mostItems = 50
const mostBytes = 64 * 1024
const hour = 3_600_000
const week = 7 * 24 * hour

/** Sends what earlier pages could not. Of several tabs only one does at a time, where the browser can tell. */
export function replay(site: string, host: string): void {
  const queue = queueOf(site, host)
  const all = async () => {
    gather(queue)
    await Promise.all([...queue.requests].map(([id, request]) => attemptInTime(queue, id, request)))
  }
  if (navigator.locks) navigator.locks.request(queue.prefix, { ifAvailable: true }, (mine) => mine && all())
  else all()
}

/** Now, or when the pause the server asked for is over. No pause is longer than an hour: one that seems so was written by a wrong clock. */
function attemptInTime(queue: Queue, id: string, request: Request) {
  const left = request.item.after - Date.now()
  if (left <= 0 || left > hour) return queue.attempt(id)
  request.timer = setTimeout(queue.attempt, left, id)
  return
}

/** Takes over what other pages left, and lets go of what is too old or too much: displays before answers, the oldest first. */
function gather({ prefix, requests }: Queue): void {
  const now = Date.now()
  const found = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map(read)
    .sort((a, b) => Number(!a.item?.body.seq) - Number(!b.item?.body.seq) || b.at - a.at)
  let bytes = 0
  for (const [i, { key, item, size, at }] of found.entries()) {
    bytes += size
    const age = now - at
    // Years between are a clock that was wrong, and no reason to lose an answer.
    const late = age > week && age < 52 * week
    const id = key.slice(prefix.length)
    if (!item || late || i >= mostItems || bytes > mostBytes) localStorage.removeItem(key)
    else if (!requests.has(id)) requests.set(id, { item, failures: 0 })
  }
}

/** A stored request; what can't be read is no request, and the oldest. */
function read(key: string): { key: string; item?: Waiting; size: number; at: number } {
  const text = localStorage.getItem(key) ?? ''
  const size = new Blob([text]).size
  try {
    const item: Waiting = JSON.parse(text)
    return { key, size, item, at: item.body && item.at }
  } catch {
    return { key, size, at: 0 }
  }
}
