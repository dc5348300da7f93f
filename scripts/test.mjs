// `npm test`: everything that must be true of a commit. scripts/gates.ts does the work once its tools are there.
import { relay } from './lib/relay.mjs'

relay('gates.ts')
