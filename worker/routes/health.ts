import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { problem } from '../middleware/problem.ts'
import { openDb } from '../store/db.ts'
import { judgeHealth } from '../store/health.ts'

const details = {
  silent: 'the database does not answer',
  behind: 'the database is not migrated as far as this worker needs, or is being restored',
}

/** For whoever watches the installation: 200 while the database answers and is migrated, else 503. Costs one row read. */
export const healthRoute = new Hono<{ Bindings: Env }>().get('/', async (c) => {
  c.header('Cache-Control', 'no-store')
  const health = await judgeHealth(openDb(c.env.DB))
  return health === 'well' ? c.text('ok') : problem(c, { status: 503, detail: details[health] })
})
