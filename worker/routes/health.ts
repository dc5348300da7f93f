import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { problem } from '../middleware/problem.ts'

/** For whoever watches the installation: 200 while the database answers and has its tables, else 503. Costs one row read. */
export const healthRoute = new Hono<{ Bindings: Env }>().get('/', async (c) => {
  c.header('Cache-Control', 'no-store')
  const isWell = await c.env.DB.prepare('SELECT 1 FROM responses LIMIT 1')
    .all()
    .then(
      () => true,
      () => false,
    )
  return isWell ? c.text('ok') : problem(c, { status: 503, detail: 'the database does not answer, or was not migrated' })
})
