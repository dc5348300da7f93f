/** Builds the loader, its gates, the survey UI in two parts, the panel beside drafts, the headless core and the editor's preview, and says what they weigh on the wire. */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minify } from 'terser'
import { build, type Plugin } from 'vite'
import { agreement } from '../widget/seam.ts'
import type { LoaderConfig } from '../worker/contract/widget.ts'
import { bakeLoader, type LoaderParts, senses, triggerTypes } from '../worker/domain/gates/bake.ts'
import type { GateKind } from '../worker/domain/gates/gate.ts'
import { allGates } from '../worker/domain/gates/index.ts'
import { brotliBytes } from './lib/measure.ts'
import { privateNames } from './lib/private-names.ts'
import { typicalContent } from './lib/typical-content.ts'

const root = join(import.meta.dirname, '..') + sep
const assets = `${root}dist/assets`
/** Stable, since shops' own code names it; its types lie beside it. */
const corePath = '/w/core.js'
const typesPath = '/w/core.d.ts'
/** Named by surveys' own pages, which the worker draws. */
const kioskPath = '/w/kiosk.js'
const generated = `${root}worker/generated/widget.ts`

export interface WidgetBuild {
  /** With the placeholders that `bakeLoader` fills. */
  loaderSource: string
  loaderParts: LoaderParts
  /** `/a/survey-1.HASH.js`, as the loader's config names it; the second part is called the same but for `more`. The number is the seam's `agreement`. */
  surveyPath: string
  /** `/a/preview-1.HASH.js`, the page in the editor's preview. */
  previewPath: string
  /** `/a/why-1.HASH.js`, the panel beside a draft on the shop's own page. */
  whyPath: string
}

/** Writes the parts that browsers load below dist/assets and worker/generated/widget.ts; answers what it wrote, and the files' paths. */
export async function buildWidget(): Promise<WidgetBuild & { files: string[] }> {
  const loaderSource = await bundle('widget/loader/main.ts', 'iife')
  for (const placeholder of ['__EARSHOT_CONFIG__', '__EARSHOT_GATES__', '__EARSHOT_SENSES__'])
    if (loaderSource.split(placeholder).length !== 2) throw new Error(`the loader must hold ${placeholder} exactly once`)
  const loaderParts: LoaderParts = {
    gates: await sources('worker/domain/gates', Object.keys(allGates) as GateKind[]),
    senses: await sources('widget/loader/senses', senses),
    triggers: await sources('widget/loader/triggers', triggerTypes),
    preview: await sourceOf('widget/loader/preview.ts'),
    check: await sourceOf('widget/loader/check.ts'),
  }

  const survey = await bundle('widget/survey/main.tsx', 'es', jsxFrom('jsx.ts'))
  const moreOfAny = await bundle('widget/more/main.tsx', 'es', sharing)
  const surveyPath = pathOf('survey', survey, moreOfAny)
  const morePath = moreOf(surveyPath)
  const more = moreOfAny.replace(firstPart, surveyPath.replace('/a', '.'))
  const core = await bundle('widget/core/index.ts', 'es')
  const preview = await bundle('widget/preview/main.ts', 'es')
  const previewPath = pathOf('preview', preview)

  const why = await bundle('widget/why/main.tsx', 'es', jsxFrom('jsx.ts'))
  const whyPath = pathOf('why', why)

  for (const folder of ['a', 'w']) await mkdir(`${assets}/${folder}`, { recursive: true })
  await writeFile(assets + surveyPath, survey)
  await writeFile(assets + morePath, more)
  await writeFile(assets + corePath, core)
  await writeFile(assets + kioskPath, await bundle('widget/kiosk/main.ts', 'iife'))
  await writeFile(assets + previewPath, preview)
  await writeFile(assets + whyPath, why)
  await copyFile(`${root}widget/core/core.d.ts`, assets + typesPath)
  const built: WidgetBuild = { loaderSource, loaderParts, surveyPath, previewPath, whyPath }
  await mkdir(join(generated, '..'), { recursive: true })
  await writeFile(generated, moduleOf(built))
  return { ...built, files: [surveyPath, morePath, corePath, typesPath, kioskPath, previewPath, whyPath] }
}

interface WidgetSizes {
  /** With the gates of one survey baked in. */
  loader: number
  survey: number
  more: number
  core: number
  why: number
  content: number
  /** All that is loaded until a metric survey is visible. */
  firstView: number
}

/** Bytes on the wire (brotli 11) of the last build. */
export async function widgetSizes(): Promise<WidgetSizes> {
  const { loaderSource, loaderParts, surveyPath, whyPath }: WidgetBuild = await import(`${generated}?${Date.now()}`)
  const weigh = async (path: string) => brotliBytes(await readFile(assets + path))
  const loader = brotliBytes(bakeLoader(loaderSource, typicalConfig(surveyPath), loaderParts))
  const survey = await weigh(surveyPath)
  const content = brotliBytes(JSON.stringify(typicalContent))
  const [more, core, why] = [await weigh(moreOf(surveyPath)), await weigh(corePath), await weigh(whyPath)]
  return { loader, survey, more, core, why, content, firstView: loader + survey + content }
}

/** Names a part by what it agrees to and what is in it: `worker/routes/public/former-parts.ts` knows such names. */
function pathOf(name: string, ...sources: string[]): string {
  const hash = createHash('sha256')
  for (const source of sources) hash.update(source)
  return `/a/${name}-${agreement}.${hash.digest('hex').slice(0, 7)}.js`
}

/** As the loader finds it: both parts carry the hash of both. */
const moreOf = (surveyPath: string) => surveyPath.replace('survey', 'more')

function typicalConfig(ui: string): LoaderConfig {
  const gates: LoaderConfig['surveys'][number]['gates'] = {
    touchpoint: 'order-success',
    path: [['/checkout/*'], ['/checkout/payment']],
    rest: [90, 30, 7, 180],
  }
  return {
    site: 'pk_4Hn9wKc2VjYd8Z',
    host: 'https://earshot.fern-and-loom.workers.dev',
    ui,
    surveys: [{ id: 'srv_8Qm2vT7LxRb4', delay: 10, gates }],
  }
}

async function sources<Name extends string>(folder: string, names: readonly Name[]): Promise<Record<Name, string>> {
  const built = await Promise.all(names.map(async (name) => [name, await sourceOf(`${folder}/${name}.ts`)]))
  return Object.fromEntries(built) as Record<Name, string>
}

/** What a file exports by default as an expression, with all it needs inside. */
async function sourceOf(file: string): Promise<string> {
  const code = await bundle(file, 'iife', defaultOnly(root + file))
  const [, expression] = /^var part=(.*);\s*$/s.exec(code) ?? []
  if (!expression) throw new Error(`${file} is not one expression: ${code}`)
  return expression
}

function moduleOf(built: WidgetBuild): string {
  const lines = Object.entries(built).map(([name, value]) => {
    const type = typeof value === 'string' ? 'string' : 'LoaderParts'
    return `export const ${name}: ${type} = ${JSON.stringify(value)}\n`
  })
  return `// Written by scripts/build-widget.ts.\nimport type { LoaderParts } from '../domain/gates/bake.ts'\n\n${lines.join('')}`
}

/** What the compiler writes JSX as comes from the widget's own file. */
function jsxFrom(file: string): Plugin {
  const id = fileURLToPath(import.meta.resolve(`../widget/survey/${file}`))
  return { name: 'jsx', enforce: 'pre', resolveId: (source) => (source === 'preact/jsx-runtime' ? id : undefined) }
}

/** Stands in the second part for the built first one, until that has its name. */
const firstPart = './FIRST_PART.js'

/** The second part takes from the first what both need: Preact would come twice otherwise. */
const sharing: Plugin = {
  name: 'sharing',
  enforce: 'pre',
  resolveId: (source) =>
    source === 'preact/jsx-runtime' || source.endsWith('/survey/kernel.ts') ? { id: firstPart, external: true } : undefined,
  generateBundle(_options, parts) {
    const modules = Object.values(parts).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
    const twice = modules.filter((id) => /\/preact\/|\/widget\/survey\//.test(id))
    if (twice.length) this.error(`widget/more must take these from survey/kernel.ts: ${twice.join(', ')}`)
  },
}

/** The other exports of a gate's file are for the server's side and its tests. */
function defaultOnly(file: string): Plugin {
  const id = '\0default-only'
  return {
    name: 'default-only',
    enforce: 'pre',
    resolveId: (source, importer) => (source === file && !importer ? id : undefined),
    load: (asked) => (asked === id ? `export { default } from ${JSON.stringify(file)}` : undefined),
  }
}

async function bundle(entry: string, format: 'iife' | 'es', ...plugins: Plugin[]): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    plugins,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', pure: false, development: false } },
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      modulePreload: false,
      lib: { entry: `${root}${entry}`, formats: [format], name: 'part', fileName: 'out' },
      // Said here, since a library in ES format keeps its white space otherwise.
      rolldownOptions: { output: { minify: true } },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((part) => part.type === 'chunk')
  if (!chunk) throw new Error(`${entry} built nothing`)
  return await minified(chunk.code, format)
}

/** Which letters stand for private names: the same in every part. */
const nameCache = {}

/** Once more, by a compressor that looks longer and shortens the private names: about one byte in fifty on the wire. */
async function minified(code: string, format: 'iife' | 'es'): Promise<string> {
  const options = { ecma: 2020, module: format === 'es', compress: { passes: 3 } } as const
  const properties = { regex: new RegExp(`^(${privateNames.join('|')})$`) }
  const { code: short = '' } = await minify(code, { ...options, mangle: { properties }, nameCache })
  // A classic script once more, for what the short names let it join; modules get no smaller by it.
  const { code: small } = format === 'es' ? { code: short } : await minify(short, options)
  if (!small) throw new Error('nothing is left of the bundle')
  return small
}

if (import.meta.main) {
  await buildWidget()
  for (const [part, bytes] of Object.entries(await widgetSizes()))
    process.stdout.write(`${part.padEnd(10)} ${bytes} bytes (brotli)\n`)
}
