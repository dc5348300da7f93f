import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { problem } from '../middleware/problem.ts'
import { openDb } from '../store/db.ts'
import { isWell } from '../store/health.ts'

/** For whoever watches the installation: 200 while the database answers and has its tables, else 503. Costs one row read. */
export const healthRoute = new Hono<{ Bindings: Env }>().get('/', async (c) => {
  c.header('Cache-Control', 'no-store')
  return (await isWell(openDb(c.env.DB)))
    ? c.text('ok')
    : problem(c, { status: 503, detail: 'the database does not answer, or was not migrated' })
})
