import { app } from './app.ts'
import type { Env } from './env.ts'
import { runJobs } from './jobs/index.ts'

export default {
  fetch: app.fetch,
  scheduled: (_controller, env) => runJobs(env),
} satisfies ExportedHandler<Env>
