import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from './install.mjs'

/** Bytes after Brotli at its strongest, as a CDN sends a static file. */
export function brotliBytes(content: Buffer | string): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

/**
 * Bytes of JavaScript the dashboard loads before its first screen stands: the entry of its page and
 * everything that statically belongs to it, each file compressed by itself.
 */
export function dashboardFirstLoadBytes(): number {
  const assets = join(root, 'dist/assets')
  const loaded = new Set<string>()
  const html = readFileSync(join(assets, 'index.html'), 'utf8')
  for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) if (path) follow(assets, path, loaded)
  if (loaded.size === 0) throw new Error('dist/assets/index.html loads no script')
  return [...loaded].reduce((sum, path) => sum + brotliBytes(readFileSync(join(assets, path))), 0)
}

function follow(assets: string, path: string, loaded: Set<string>): void {
  if (loaded.has(path)) return
  loaded.add(path)
  const source = readFileSync(join(assets, path), 'utf8')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  // Static imports only: `import(…)` waits until somebody goes there.
  for (const [, name] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    if (name) follow(assets, folder + name, loaded)
}

/** Bytes of the published worker after gzip, the measure Cloudflare limits, from a dry run's folder. */
export function workerBundleBytes(folder: string): number {
  return readdirSync(folder)
    .filter((name) => /\.(js|mjs|wasm)$/.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}
