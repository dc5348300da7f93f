// `npm run bench [-- NAME]`: every benchmark, or one. test/bench/index.ts does the work once its tools are there.
import { relay } from './lib/relay.mjs'

relay('../test/bench/index.ts')
