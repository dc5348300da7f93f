import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { bundleWorker } from './bundled-worker.ts'
import { markPredicates, type Predicate, type Queries } from './tenant-predicates.ts'

const virtual = 'virtual:marked-worker'
const root = new URL('../../', import.meta.url).pathname

/** What the copy has beside its routes and jobs: what only the terminal calls. */
const entry = `
export { app } from '${root}worker/app.ts'
export { runJobs } from '${root}worker/jobs/index.ts'
export { openDb } from '${root}worker/store/db.ts'
export { reapplyErasures } from '${root}worker/store/reapply-erasures.ts'
`

/**
 * Offers tests a copy of the worker whose predicates on the site are marked: `makeWorker(tenant, crypto)` makes one, and `predicates` and `queries` say what was found. Nothing is built before a test asks for it.
 */
export function markedWorker(): Plugin {
  return {
    name: 'marked-worker',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load: async (id) => (id === `\0${virtual}` ? await markedBundle() : undefined),
  }
}

/** Modules that remember something say how they forget it: a copy that begins anew costs less than another copy. */
function forgetful(code: string): string {
  const maps = [...code.matchAll(/^const (\w+) = new Map<.*>\(\)$/gm)].map(([, name]) => `${name}.clear()`)
  const numbers = [...code.matchAll(/^let (\w+) = 0$/gm)].map(([, name]) => `${name} = 0`)
  const all = [...maps, ...numbers]
  return all.length > 0 ? `${code}\n__tenant.forgets(() => { ${all.join('; ')} })\n` : code
}

async function markedBundle(): Promise<string> {
  const predicates: Predicate[] = []
  const queries: Queries[] = []
  const marks: Plugin = {
    name: 'tenant-marks',
    enforce: 'pre',
    load(id) {
      const file = relative(`${root}worker`, id)
      if (file.startsWith('..') || !file.endsWith('.ts')) return
      const marked = markPredicates(file, readFileSync(id, 'utf8'), predicates.length)
      predicates.push(...marked.predicates)
      queries.push(...marked.queries)
      return forgetful(marked.code)
    },
  }
  const code = await bundleWorker(entry, [marks])
  // A function of the whole, so that each call makes another memory: imports stay outside, exports become what it answers.
  const imports = code.match(/^import .*;$/gm)?.join('\n') ?? ''
  const body = code.replace(/^import .*;$/gm, '').replace(/export \{([^}]*)\};?\s*$/, (_, names: string) => {
    return `return {${names.replace(/(\w+) as (\w+)/g, '$2: $1')}};`
  })
  return `${imports}
export const makeWorker = (__tenant, crypto) => {${body}\n};
export const predicates = ${JSON.stringify(predicates)};
export const queries = ${JSON.stringify(queries)};`
}
