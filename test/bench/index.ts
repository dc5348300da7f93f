// Benchmarks are run by hand and quoted in docs/benchmarks.md; no test waits for them.
import process from 'node:process'
import { abuse } from './abuse.ts'
import { durability } from './durability.ts'
import { exports } from './export.ts'
import { ingest } from './ingest.ts'
import { load } from './load.ts'
import { memory } from './memory.ts'
import { neighbour } from './neighbour.ts'
import { once } from './once.ts'
import { proof } from './proofs.ts'
import { reports } from './reports.ts'
import { restore } from './restore.ts'
import { reviews } from './reviews.ts'
import { tagging } from './tagging/index.ts'
import { widget } from './widget.ts'

const benchmarks: Record<string, (args: string[]) => Promise<void>> = {
  ingest,
  load,
  memory,
  neighbour,
  export: exports,
  reports,
  reviews,
  tagging,
  widget,
  durability,
  once,
  restore,
  abuse,
  faults: proof('test/worker/faults.test.ts'),
  fuzz: proof('test/worker/fuzz.test.ts'),
}
const [name, ...args] = process.argv.slice(2)
const chosen = name === undefined ? Object.entries(benchmarks) : Object.entries(benchmarks).filter(([key]) => key === name)
if (chosen.length === 0) {
  process.stderr.write(`no benchmark is called ${name}; there are: ${Object.keys(benchmarks).join(', ')}\n`)
  process.exitCode = 2
}
for (const [key, run] of chosen) {
  process.stdout.write(`\n${key}\n`)
  await run(args)
}
