// Builds what browsers load: the widget, then the dashboard. `node scripts/build.ts` builds whatever changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { hashOf } from './lib/hash.ts'
import { root } from './lib/install.mjs'

const inputs = [
  'widget',
  'dashboard',
  'worker/contract',
  'worker/domain',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/build.ts',
  'scripts/build-widget.ts',
]
const record = join(root, 'dist/.inputs')
const made = ['dist/assets/index.html', 'worker/generated/widget.ts']

/** Fills dist/assets and worker/generated; at once when nothing they are made from has changed. */
export async function build(tell: (line: string) => void): Promise<void> {
  const wanted = hashOf(root, inputs)
  const complete = made.every((path) => existsSync(join(root, path)))
  if (complete && existsSync(record) && readFileSync(record, 'utf8') === wanted) return
  tell('Building the widget and the dashboard …')
  // Old hashed files would otherwise pile up and be deployed again and again.
  rmSync(join(root, 'dist/assets'), { recursive: true, force: true })
  // The bundler is loaded only when there is something to build: most starts are quicker without it.
  const { buildWidget } = await import('./build-widget.ts')
  await buildWidget()
  const vite = await import('vite')
  await vite.build({ configFile: join(root, 'dashboard/vite.config.ts'), logLevel: 'warn' })
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, wanted)
}

if (import.meta.main) await build((line) => process.stdout.write(`${line}\n`))
