// The work of `npm test`: every `test:*` script of package.json in its order, then one line that adds up.
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => process.exit(1))

try {
  const chromium = ensureChromium(tell)
  await build(tell)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const total: Tally = { passed: 0, failed: 0 }
  for (const name of gateNames()) {
    const { passed, failed } = await runGate(name, chromium)
    total.passed += passed
    total.failed += failed
  }
  tell(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 ? 1 : 0)
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

async function runGate(name: string, chromium: string): Promise<Tally> {
  tell(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`)
  const started = Date.now()
  const report = join(reports, `${name.replace(':', '-')}.json`)
  const npm = npmCommand()
  const { code } = await run(npm.program, [...npm.args, 'run', '--silent', name], {
    env: { EARSHOT_REPORT: report, CHROMIUM: chromium },
    show: true,
    group: true,
  })
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

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
