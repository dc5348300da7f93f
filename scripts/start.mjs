// `npm start`: the whole of Earshot on this machine. scripts/serve.ts does the work once its tools are there.
import { relay } from './lib/relay.mjs'

relay('serve.ts')
