// `npm run admin`: what an operator does without a browser. scripts/admin.ts does the work once its tools are there.
import { relay } from './lib/relay.mjs'

relay('admin.ts')
