// The work of `npm test`: every `test:*` script of package.json, two side by side; then one line that adds up.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { ensureChromium } from './chromium.mjs'
import { npmCommand, root } from './lib/install.mjs'
import { run } from './lib/run.ts'

interface Tally {
  passed: number
  failed: number
  /** Which failed and why. They are said once more at the end: between them and there stand thousands of lines. */
  failures: string[]
}

/** Of what a gate that is no test run printed, this many last lines say why it failed. */
const lastLines = 40

const reports = join(root, 'dist/reports')
/** What takes two cores longest, one after the other; beside them goes whatever else there is, tests of the socket last. */
const long = ['test:worker', 'test:browser']
/** Shown when they end: the other of the two that run is shown as it comes. */
const shownLater = ['test:worker', 'test:socket']

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => process.exit(1))

try {
  ensureChromium(tell)
  await build(tell)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const others = gateNames().filter((name) => !long.includes(name))
  const tallies = await Promise.all([inTurn(others), inTurn(long)])
  const { passed, failed, failures } = sumOf(tallies.flat())
  for (const failure of failures) tell(`\n✗ ${failure}`)
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

async function inTurn(names: readonly string[]): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const name of names) tallies.push(await runGate(name))
  return tallies
}

async function runGate(name: string): Promise<Tally> {
  const show = !shownLater.includes(name)
  const title = `\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`
  if (show) tell(title)
  const started = Date.now()
  const report = join(reports, `${name.replace(':', '-')}.json`)
  const npm = npmCommand()
  const { code, output } = await run(npm.program, [...npm.args, 'run', '--silent', name], {
    env: { EARSHOT_REPORT: report },
    show,
    group: true,
  })
  if (!show) tell(`${title}\n${output}`)
  const tally = existsSync(report) ? countTests(name, report, code) : judge(name, code, output)
  tell(`── ${name}: ${tally.passed} passed, ${tally.failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return tally
}

/** A gate that answers by its exit code alone. */
function judge(name: string, code: number, output: string): Tally {
  if (code === 0) return { passed: 1, failed: 0, failures: [] }
  return { passed: 0, failed: 1, failures: [`${name}\n${output.trimEnd().split('\n').slice(-lastLines).join('\n')}`] }
}

/** What Vitest's report says, as far as it is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    /** Why the file as a whole failed: it could not be loaded, say. */
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Vitest's own numbers. A run that fails without a failed test (a file that could not load, say) counts as one. */
function countTests(name: string, report: string, code: number): Tally {
  const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name: file, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      const said = tests.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`)
      return (said.length > 0 ? said : [message ?? 'failed']).map((what) => `${name} ${relative(root, file)}: ${what}`)
    })
  if (code !== 0 && failed === 0 && failures.length === 0) failures.push(`${name} ended with ${code} though no test failed`)
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, failures }
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    failures: tallies.flatMap(({ failures }) => failures),
  }
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
