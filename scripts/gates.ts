// The work of `npm test`: every `test:*` script of package.json in its order, but for those that run beside them; then one line that
// adds up.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { ensureChromium } from './chromium.mjs'
import { npmCommand, root } from './lib/install.mjs'
import { run } from './lib/run.ts'

interface Tally {
  passed: number
  failed: number
}

const reports = join(root, 'dist/reports')
/** One after the other these keep a core busy for minutes, and no page waits for them: what each said is shown when it ends. */
const beside = ['test:worker', 'test:socket']

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => process.exit(1))

try {
  const chromium = ensureChromium(tell)
  await build(tell)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const tallies = await Promise.all([
    inTurn(
      gateNames().filter((name) => !beside.includes(name)),
      chromium,
    ),
    inTurn(beside, chromium),
  ])
  const { passed, failed } = sumOf(tallies.flat())
  tell(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  tell('0 passed, 1 failed')
  process.exit(1)
}

/** Every `test:*` script but the long one, in the order of package.json. */
function gateNames(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  return Object.keys(scripts).filter((name) => name.startsWith('test:') && name !== 'test:full')
}

async function inTurn(names: readonly string[], chromium: string): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const name of names) tallies.push(await runGate(name, chromium))
  return tallies
}

async function runGate(name: string, chromium: string): Promise<Tally> {
  const show = !beside.includes(name)
  const title = `\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`
  if (show) tell(title)
  const started = Date.now()
  const report = join(reports, `${name.replace(':', '-')}.json`)
  const npm = npmCommand()
  const { code, output } = await run(npm.program, [...npm.args, 'run', '--silent', name], {
    env: { EARSHOT_REPORT: report, CHROMIUM: chromium },
    show,
    group: true,
  })
  if (!show) tell(`${title}\n${output}`)
  const tally = existsSync(report) ? countTests(report, code) : code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  tell(`── ${name}: ${tally.passed} passed, ${tally.failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return tally
}

/** Vitest's own numbers. A run that fails without a failed test (a file that could not load, say) counts as one. */
function countTests(report: string, code: number): Tally {
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
  }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) }
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
