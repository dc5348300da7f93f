// `npm run deploy`: migrations, then the Worker, to Cloudflare. scripts/deploy.ts does the work once its tools are there.
import { relay } from './lib/relay.mjs'

relay('deploy.ts')
