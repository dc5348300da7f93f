// `npm run test:sizes`: what each person has to load, against its limit and against what the README says.
// `node scripts/sizes.ts --write` puts the measured numbers into the README.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { widgetSizes } from './build-widget.ts'
import { dryRun } from './lib/dry-run.ts'
import { root } from './lib/install.mjs'
import { dashboardFirstLoadBytes, workerBundleBytes } from './lib/measure.ts'

interface Size {
  what: string
  bytes: number
  limit: number
}

const readme = join(root, 'README.md')

await build(tell)
const worker = await dryRun()
const widget = await widgetSizes()
// The worker's own limit is a ninth of what the platform takes from anybody (3 MB): a bundle is parsed where no isolate is warm, so growth is to be noticed.
const workerLimit = 340_000
const sizes: Size[] = [
  { what: 'Loader, on every shop page (brotli)', bytes: widget.loader, limit: 2_300 },
  { what: 'Survey, when one is shown (brotli)', bytes: widget.survey, limit: 9_000 },
  { what: 'Survey with every question type and shape (brotli)', bytes: widget.survey + widget.more, limit: 12_500 },
  { what: 'All until a survey is visible (brotli)', bytes: widget.firstView, limit: 12_288 },
  { what: 'Headless core (brotli)', bytes: widget.core, limit: 3_000 },
  { what: 'Panel that says why, beside drafts alone (brotli)', bytes: widget.why, limit: 10_000 },
  { what: 'Dashboard, first load of JavaScript (brotli)', bytes: dashboardFirstLoadBytes(), limit: 45_000 },
  { what: 'Worker bundle (gzip)', bytes: workerBundleBytes(worker), limit: workerLimit },
]
if (process.argv.includes('--write')) writeFileSync(readme, withSizes(readFileSync(readme, 'utf8')))
const quoted = readFileSync(readme, 'utf8')
const faults = sizes.flatMap((size) => [
  ...(size.bytes > size.limit ? [`${size.what}: ${size.bytes} bytes, over its limit of ${size.limit}`] : []),
  ...(quoted.includes(row(size)) ? [] : [`${size.what}: README.md says otherwise; node scripts/sizes.ts --write corrects it`]),
])
for (const { what, bytes, limit } of sizes)
  tell(`${what.padEnd(52)} ${group(bytes).padStart(9)} of ${group(limit).padStart(9)} bytes`)
for (const fault of faults) tell(fault)
process.exit(faults.length > 0 ? 1 : 0)

/** A row of the README's table, in kB of 1,000 bytes: rounded, so that a changed byte is no changed README. */
function row({ what, bytes, limit }: Size): string {
  return `| ${what} | ${kilobytes(bytes)} | ${kilobytes(limit)} |`
}

function withSizes(text: string): string {
  return sizes.reduce((now, size) => {
    const lines = now.split('\n')
    const at = lines.findIndex((line) => line.startsWith(`| ${size.what} |`))
    if (at < 0) throw new Error(`README.md has no row "${size.what}"`)
    lines[at] = row(size)
    return lines.join('\n')
  }, text)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function group(n: number): string {
  return n.toLocaleString('en-GB')
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
