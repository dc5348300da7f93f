import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { makeWorker } from 'virtual:marked-worker'
import { vi } from 'vitest'
import type { Erasure } from '../../../worker/store/erasure-ledger.ts'
import { sendBy } from '../support/shop.ts'
import { seeded } from './chance.ts'
import { type Cut, markedDb } from './marked-db.ts'

/** A request as it can be sent again. */
export interface Sent {
  method: string
  /** Path, query and body: where ids stand. */
  text: string
  headers: [string, string][]
}

export interface Copy {
  answer: (sent: Sent) => Promise<Response>
  /** What the platform does each minute. */
  minute: () => Promise<void>
  reapply: (ledger: readonly Erasure[]) => Promise<unknown>
  /** The next batch is committed, and its answer lost on the way. */
  lose: () => void
}

/** When every run begins. */
export const began = Date.UTC(2026, 10, 20, 9)

/** How the copy begins anew. */
const forgetting: (() => void)[] = []
let cutNow: Cut = { off: new Set(), reached: new Set() }
let chance = seeded('')
const worker = makeWorker(
  {
    keep(id, holds) {
      cutNow.reached.add(id)
      return cutNow.off.has(id) || holds
    },
    forgets: (forget) => forgetting.push(forget),
  },
  new Proxy(crypto, { get: (_, name) => Reflect.get(chance, name) as unknown }),
)

/** The copy of the worker without these predicates, new to the world; runs with the same words draw the same chances. */
export function newCopy(words: string, cut: Cut): Copy {
  for (const forget of forgetting) forget()
  chance = seeded(words)
  cutNow = cut
  let loses = false
  const marked = markedDb(env.DB, cut)
  const batch: D1Database['batch'] = async (statements) => {
    const results = await marked.batch(statements)
    if (loses) {
      loses = false
      throw new Error('D1_ERROR: Network connection lost.')
    }
    return results as never
  }
  const bound = {
    ...env,
    DB: new Proxy(marked, { get: (target, name) => (name === 'batch' ? batch : Reflect.get(target, name)) }),
  }
  const answer = async ({ method, text, headers }: Sent): Promise<Response> => {
    const [path = ''] = text.split('\n', 1)
    const body = text.slice(path.length + 1)
    const context = createExecutionContext()
    const request = new Request(`https://earshot.test${path}`, { method, headers, redirect: 'manual', ...(body && { body }) })
    const answered = await worker.app.fetch(request, bound, context)
    const bytes = await answered.arrayBuffer()
    await waitOnExecutionContext(context)
    return new Response([204, 303, 304].includes(answered.status) ? null : bytes, answered)
  }
  return {
    answer,
    minute: () => worker.runJobs(bound),
    reapply: (ledger) => worker.reapplyErasures(worker.openDb(bound.DB), ledger, Date.now()),
    lose: () => {
      loses = true
    },
  }
}

/** Runs a story of requests on the copy, `hear` being told of each of them with its answer. */
export async function perform(
  words: string,
  copy: Copy,
  story: () => Promise<unknown>,
  hear: (sent: Sent) => Promise<Response>,
): Promise<void> {
  vi.setSystemTime(began)
  vi.stubGlobal('crypto', seeded(`shopper ${words}`))
  // What waits before it tries again.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  sendBy(
    async (request) => {
      const { pathname, search } = new URL(request.url)
      const body = request.body ? await request.text() : ''
      return await hear({ method: request.method, text: `${pathname}${search}\n${body}`, headers: [...request.headers] })
    },
    { minute: copy.minute, documented: false },
  )
  try {
    await story()
    await copy.minute()
  } finally {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  }
}
