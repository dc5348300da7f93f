import { dirname, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

const root = new URL('../../', import.meta.url).pathname
const virtual = '\0bundled-worker'

const parts = ['worker/app.ts', 'worker/index.ts', 'worker/jobs/index.ts'].map((file) => root + file)
const entry = `
export { app } from '${root}worker/app.ts'
export { default } from '${root}worker/index.ts'
export { runJobs } from '${root}worker/jobs/index.ts'
`

/**
 * Has tests that import the worker's own entrances get them as one module, bundled once: hundreds of modules loaded one by one cost each file more
 * than its tests do. What such a test imports of the worker besides is another copy.
 */
export function bundledWorker(): Plugin {
  return {
    name: 'bundled-worker',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (!importer?.startsWith(`${root}test/worker/`)) return
      return parts.includes(resolve(dirname(importer), id)) ? virtual : undefined
    },
    // Without a map, which would be sent to each file's workerd with it.
    load: async (id) => (id === virtual ? { code: await bundleWorker(entry), map: { mappings: '' } } : undefined),
  }
}

/** One module with all that `exports` of the worker's source and of libraries; `plugins` may change what is read. */
export async function bundleWorker(exports: string, plugins: Plugin[] = []): Promise<string> {
  const source: Plugin = {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
    load: (id) => (id === '\0entry' ? exports : undefined),
  }
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [source, ...plugins],
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'esnext',
      rolldownOptions: { input: 'entry', external: /^(node|cloudflare):/, output: { format: 'es' } },
    },
  })
  if (!('output' in built)) throw new Error('no bundle')
  return built.output[0].code
}
