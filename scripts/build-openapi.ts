import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/install.mjs'

/** Writes the OpenAPI document, which the worker serves as it is, to a path below dist/assets. Needs what worker/generated holds. */
export async function buildOpenApi(path: string): Promise<void> {
  const { app } = await import('../worker/app.ts')
  const { describe } = await import('../worker/openapi.ts')
  mkdirSync(join(root, 'dist/assets/l'), { recursive: true })
  writeFileSync(join(root, 'dist/assets', path), JSON.stringify(describe(app)))
}
