import { join } from 'node:path'
import { build } from 'vite'

/** A bare Preact popup behind a loader: what no survey widget made like this one can be lighter than. By path on its server. */
export async function buildFloor(): Promise<Map<string, Buffer>> {
  const [loader, popup] = await Promise.all([bundle('loader.ts', 'iife'), bundle('popup.ts', 'es')])
  return new Map([
    ['/floor/loader.js', Buffer.from(loader)],
    ['/floor/popup.js', Buffer.from(popup)],
  ])
}

async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const built = await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry: join(import.meta.dirname, 'floor', entry), formats: [format], name: 'floor', fileName: 'out' },
      rolldownOptions: { output: { minify: true } },
    },
  })
  const chunk = [built].flat().flatMap((one) => ('output' in one ? one.output : []))[0]
  if (chunk?.type !== 'chunk') throw new Error(`${entry} built nothing`)
  return chunk.code
}
