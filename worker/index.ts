import { app } from './app.ts'
import type { Env } from './env.ts'
import { runJobs } from './jobs/index.ts'
import { throughDoor } from './middleware/shed.ts'

export default {
  fetch: (request, env, context) => throughDoor(request, () => app.fetch(request, env, context)),
  scheduled: (_controller, env) => runJobs(env),
} satisfies ExportedHandler<Env>
