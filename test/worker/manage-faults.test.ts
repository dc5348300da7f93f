import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { d1Errors, faultyDb, splitBatches } from '../support/faulty-db.ts'
import { recounted } from '../support/response-model.ts'
import { tableNames } from './support/everything.ts'
import { loginLink, signIn } from './support/people.ts'
import { db, sendBy } from './support/shop.ts'
import { prepareTours, tours } from './support/tours.ts'

/** Tables that tell of attempts, whatever comes of them. */
const ofAttempts = ['audit_log', 'outcomes', 'leases', 'site_pulse']
const isWrite = (sql: string) => !/^\s*(select|with\b(?!.*\b(insert|update|delete)\b))/is.test(sql)

let kind = 0
let faults = 0
/** Requests in which a write could fail after another one was committed. */
const inParts = new Set<string>()

/** Every cell of every table of what managers work on. */
async function state(): Promise<string> {
  const kept = (await tableNames({ stored: true })).filter((name) => !ofAttempts.includes(name))
  const read = await db.batch(kept.map((name) => db.prepare(`SELECT * FROM "${name}"`)))
  return JSON.stringify(read.map((table) => table.results))
}

async function answerBy(binding: D1Database, request: Request): Promise<Response> {
  const context = createExecutionContext()
  const answer = await app.fetch(request, { ...env, DB: binding }, context)
  const bytes = await answer.arrayBuffer().catch(() => undefined)
  await waitOnExecutionContext(context)
  // A file that breaks off is a refusal.
  if (!bytes) return new Response(null, { status: 503, headers: { 'Retry-After': 'broken off' } })
  return new Response([204, 303, 304].includes(answer.status) ? null : bytes, answer)
}

/** Has each call to the database fail in turn, `bind` as it is, until the request is done in spite of it or none is left. */
async function withstand(request: Request, bind: (db: D1Database) => D1Database = (real) => real): Promise<Response> {
  const { method, headers, url } = request
  const body = request.body ? await request.arrayBuffer() : null
  const anew = () => new Request(url, { method, headers, body, redirect: 'manual' })
  let hasWritten = false
  let before = await state()
  for (let call = 1; ; call++) {
    const error = d1Errors[kind++ % d1Errors.length] ?? ''
    const { db: faulty, calls, failed } = faultyDb(env.DB, { call, when: 'before', error })
    const answer = await answerBy(bind(faulty), anew())
    if (calls() < call) return answer
    faults++
    const about = `${method} ${new URL(url).pathname.replaceAll(/\w+_[\w-]{8,}/g, '…')}`
    if (answer.status >= 500)
      expect([answer.status, answer.headers.has('Retry-After')], `${about}, call ${call}`).toEqual([503, true])
    // How a line of the log ended may stay unknown.
    if (hasWritten && failed().some((sql) => isWrite(sql) && !sql.includes('"audit_log"'))) inParts.add(about)
    const after = await state()
    const isDone = after !== before
    before = after
    if (isDone && answer.status < 500) return answer
    hasWritten ||= isDone
  }
}

beforeAll(async () => {
  await prepareTours()
  // What waits a moment before it tries again needn't wait here.
  const { setTimeout: real } = globalThis
  vi.stubGlobal('setTimeout', (work: () => void) => real(work, 0))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  sendBy((request) => withstand(request))
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('whatever managers do, while each call to the database fails in turn', () => {
  it.each(Object.keys(tours))(
    '%s',
    async (name) => {
      await tours[name]?.()
    },
    120_000,
  )

  it('is done whole or not at all, but for files, which a job goes on with', () => {
    expect(faults).toBeGreaterThan(500)
    expect([...inParts].toSorted()).toEqual(['DELETE /api/v1/imports/…', 'POST /api/v1/imports'])
  })

  it('leaves counts that are what the rows say', async () => {
    const { counted, expected } = await recounted(db)
    expect(counted).toEqual(expected)
  })

  it('is found out where a batch is no transaction', async () => {
    sendBy((request) => withstand(request, splitBatches))
    await signIn(await loginLink('owner@shop.example'))
    expect([...inParts]).toContain('POST /login/…')
  })
})
