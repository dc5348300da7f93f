/** Builds the loader and the survey UI, and says what they weigh on the wire. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'
import type { LoaderConfig } from '../worker/contract/widget.ts'

const root = join(import.meta.dirname, '..') + sep
const assets = `${root}dist/assets/a`
const generated = `${root}worker/generated/widget.ts`
const placeholder = '__EARSHOT_CONFIG__'

export interface WidgetBuild {
  loaderSource: string
  /** `/a/survey-HASH.js`, as the loader's config names it. */
  surveyPath: string
}

/** Writes dist/assets/a/survey-HASH.js and worker/generated/widget.ts, and answers what it wrote. */
export async function buildWidget(): Promise<WidgetBuild> {
  const loaderSource = await bundle('widget/loader/main.ts', 'iife')
  if (loaderSource.split(placeholder).length !== 2) throw new Error(`the loader must hold ${placeholder} exactly once`)
  const survey = await bundle('widget/survey/main.tsx', 'es')
  const hash = createHash('sha256').update(survey).digest('base64url').replace(/[-_]/g, '').slice(0, 10)
  const surveyPath = `/a/survey-${hash}.js`

  await mkdir(assets, { recursive: true })
  await writeFile(`${root}dist/assets${surveyPath}`, survey)
  await mkdir(`${root}worker/generated`, { recursive: true })
  await writeFile(
    generated,
    `// Written by scripts/build-widget.ts.\nexport const loaderSource: string = ${JSON.stringify(loaderSource)}\nexport const surveyPath: string = '${surveyPath}'\n`,
  )
  return { loaderSource, surveyPath }
}

/** Bytes on the wire (brotli 11) of the last build: the loader with one survey baked in, and the survey UI. */
export async function widgetSizes(): Promise<{ loader: number; survey: number }> {
  const { loaderSource, surveyPath }: WidgetBuild = await import(`${generated}?${Date.now()}`)
  const loader = bakeConfig(loaderSource, typicalConfig(surveyPath))
  return { loader: brotliBytes(loader), survey: brotliBytes(await readFile(`${root}dist/assets${surveyPath}`)) }
}

/** The loader as a page receives it. */
export function bakeConfig(loaderSource: string, config: LoaderConfig): string {
  // A function, since `$&` in a replacement text would mean something.
  return loaderSource.replace(placeholder, () => JSON.stringify(config))
}

function typicalConfig(ui: string): LoaderConfig {
  const survey = { id: 'srv_8Qm2vT7LxRb4', touchpoint: 'order-success', include: ['/checkout/*'], exclude: ['/checkout/payment'] }
  const gates = { delaySeconds: 10, daysAfterAnswer: 90, daysAfterDismissal: 30, daysAcrossSurveys: 7 }
  return { site: 'pk_4Hn9wKc2VjYd8Z', host: 'https://earshot.fern-and-loom.workers.dev', ui, surveys: [{ ...survey, ...gates }] }
}

function brotliBytes(bytes: string | Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', pure: false, development: false } },
    resolve: { alias: { 'preact/jsx-runtime': fileURLToPath(import.meta.resolve('../widget/survey/jsx.ts')) } },
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      modulePreload: false,
      lib: { entry: `${root}${entry}`, formats: [format], name: 'earshotLoader', fileName: 'out' },
      // Said here, since a library in ES format keeps its white space otherwise.
      rolldownOptions: { output: { minify: true } },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((part) => part.type === 'chunk')
  if (!chunk) throw new Error(`${entry} built nothing`)
  return chunk.code
}

if (import.meta.main) {
  const { surveyPath } = await buildWidget()
  const sizes = await widgetSizes()
  process.stdout.write(`loader with one survey ${sizes.loader} bytes, ${surveyPath} ${sizes.survey} bytes (brotli)\n`)
}
