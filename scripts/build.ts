// Builds what browsers load: the widget, then the dashboard. `node scripts/build.ts` builds whatever changed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import process from 'node:process'
import { buildOpenApi, openApiFiles } from './build-openapi.ts'
import { hashOf } from './lib/hash.ts'
import { root } from './lib/install.mjs'

const inputs = [
  'widget',
  'dashboard',
  'worker/contract',
  'worker/domain',
  'worker/locales',
  'worker/routes/demo/style.ts',
  'worker/routes/hosted/style.ts',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/build.ts',
  'scripts/build-locales.ts',
  'scripts/build-widget.ts',
  'scripts/lib/locales.ts',
]
const made = [
  'dist/assets/index.html',
  'dist/assets/l/standard.json',
  'dist/assets/l/starter-tags.json',
  'dist/assets/demo/shop.css',
  'dist/assets/w/page.css',
  'worker/generated/locales.ts',
  'worker/generated/widget.ts',
]

/** Fills dist/assets and worker/generated; at once when nothing they are made from has changed. */
export async function build(tell: (line: string) => void): Promise<void> {
  nameNewestMigration()
  await ifChanged('dist/.inputs', inputs, made, () => {
    tell('Building the widget and the dashboard …')
    return buildPages()
  })
  await ifChanged(
    'dist/.routes',
    ['worker', 'package-lock.json', 'scripts/build-openapi.ts', 'scripts/api-page', 'dashboard/styles'],
    openApiFiles.map((path) => `dist/assets/${path}`),
    buildOpenApi,
  )
}

/** Tells the worker which migration it needs. Written where it changed: a server that is running watches the file. */
function nameNewestMigration(): void {
  const newest = readdirSync(join(root, 'migrations')).sort().at(-1) ?? ''
  const file = join(root, 'worker/generated/migration.ts')
  const wanted = `/** The newest of migrations/. */\nexport const newestMigration = ${JSON.stringify(newest)}\n`
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, wanted)
}

/** Makes something unless all of it is there and the record tells of the very same inputs. */
async function ifChanged(recordPath: string, inputs: string[], made: string[], make: () => Promise<void>): Promise<void> {
  const record = join(root, recordPath)
  const wanted = hashOf(root, inputs)
  const complete = made.every((path) => existsSync(join(root, path)))
  if (complete && existsSync(record) && readFileSync(record, 'utf8') === wanted) return
  await make()
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, wanted)
}

async function buildPages(): Promise<void> {
  // The bundler is loaded only when there is something to build: most starts are quicker without it.
  const { buildWidget } = await import('./build-widget.ts')
  const { buildLocales } = await import('./build-locales.ts')
  const { files } = await buildWidget()
  const locales = await buildLocales()
  const sheets = await buildSheets()
  const dashboard = await buildDashboard()
  // In place, and the old files last: a server that is running loses sight of a folder that was away for a moment.
  const widget = files.map((path) => path.slice(1))
  keepOnly(join(root, 'dist/assets'), new Set([...widget, ...locales, ...sheets, ...dashboard, ...openApiFiles]))
}

/** Writes the style sheets of the pages that the worker draws, which need not weigh on its bundle; answers their paths. */
async function buildSheets(): Promise<string[]> {
  const [demo, hosted] = await Promise.all([import('../worker/routes/demo/style.ts'), import('../worker/routes/hosted/style.ts')])
  const sheets = { 'demo/shop.css': demo.style, 'w/page.css': hosted.style }
  for (const [path, style] of Object.entries(sheets)) {
    mkdirSync(join(root, 'dist/assets', dirname(path)), { recursive: true })
    writeFileSync(join(root, 'dist/assets', path), style)
  }
  return Object.keys(sheets)
}

/** Builds the dashboard; answers what it is made of, relative to dist/assets. */
async function buildDashboard(): Promise<string[]> {
  // The same files whoever builds: under a test runner NODE_ENV says otherwise, and Preact would keep its warnings.
  process.env.NODE_ENV = 'production'
  const vite = await import('vite')
  const built = await vite.build({ configFile: join(root, 'dashboard/vite.config.ts'), logLevel: 'warn' })
  const outputs = Array.isArray(built) ? built : [built]
  const bundled = outputs.flatMap((one) => ('output' in one ? one.output.map(({ fileName }) => fileName) : []))
  return [...bundled, ...filesBelow(join(root, 'dashboard/public'))]
}

/** Old hashed files would otherwise pile up and be deployed again and again. */
function keepOnly(folder: string, kept: ReadonlySet<string>): void {
  for (const path of filesBelow(folder)) if (!kept.has(path)) rmSync(join(folder, path))
}

/** Paths relative to the folder, with forward slashes as in a URL. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

if (import.meta.main) await build((line) => process.stdout.write(`${line}\n`))
