import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { type Chatter, createChatter } from './chatter.ts'
import { root, toolEnvironment } from './install.mjs'
import { localConfig } from './local-config.ts'
import { endGroup, wranglerProgram } from './run.ts'
import type { Settings } from './settings.ts'

const startLimitMs = 90_000
const stopLimitMs = 5_000

export interface Server {
  /** Settles once GET /healthz answers; fails with wrangler's words when it ends before, or takes too long. */
  ready: Promise<void>
  /** Settles with its exit code when the server ends, for whatever reason. */
  ended: Promise<number>
  /** Ends the server and everything it started. */
  stop: () => Promise<void>
}

/** Starts the worker under wrangler, with further variables; `show` gets what it prints once it is ready. */
export function startServer(settings: Settings, further: Record<string, string>, show: (line: string) => void): Server {
  const chatter = createChatter(show)
  const [node, script] = wranglerProgram
  const leash = import.meta.resolve('./leash.mjs')
  const child = spawn(node, ['--import', leash, script, ...devArguments(settings, further)], {
    cwd: root,
    env: {
      ...toolEnvironment(),
      NO_COLOR: '1',
      // Its own registry: another wrangler on this machine must not mistake this worker for one of its own.
      WRANGLER_REGISTRY_PATH: join(settings.stateDir, 'registry'),
    },
    // The fourth pipe closes when this process is gone, however it went: the leash ends the group then.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own process group, so that workerd ends with it even when wrangler itself was killed.
    detached: true,
  })
  child.stdout?.on('data', chatter.write)
  child.stderr?.on('data', chatter.write)
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  return {
    ready: untilReady(settings.port, ended, chatter),
    ended,
    stop: () => stopGroup(child, ended),
  }
}

async function untilReady(port: number, ended: Promise<number>, chatter: Chatter): Promise<void> {
  const giveUp = new AbortController()
  const outcome = await Promise.race([untilHealthy(port, giveUp.signal), ended.then(() => 'ended' as const)])
  giveUp.abort()
  if (outcome === 'ended') throw new Error(`The server could not start:\n${chatter.startUp()}`)
  if (outcome === 'slow') throw new Error(`The server did not answer within ${startLimitMs / 1000} s:\n${chatter.startUp()}`)
  chatter.open()
}

function devArguments({ port, stateDir, demo, setupToken, resolver }: Settings, further: Record<string, string>): string[] {
  const variables = [
    `LIVE_SECONDS:0`,
    `DEMO:${demo ? 1 : 0}`,
    `PRINT_LINKS:1`,
    `PUBLIC_URL:http://localhost:${port}`,
    ...(setupToken ? [`SETUP_TOKEN:${setupToken}`] : []),
    ...(resolver ? [`RESOLVER:${resolver}`] : []),
    ...Object.entries(further).map(([name, value]) => `${name}:${value}`),
  ]
  return [
    'dev',
    ...['--config', localConfig(stateDir)],
    ...['--port', String(port), '--ip', '127.0.0.1', '--persist-to', stateDir],
    // Any free one, taken when it is opened: its usual one may go to another server that starts at the same moment.
    ...['--inspector-port', '0'],
    '--show-interactive-dev-session=false',
    '--test-scheduled',
    ...variables.flatMap((variable) => ['--var', variable]),
  ]
}

async function untilHealthy(port: number, signal: AbortSignal): Promise<'healthy' | 'slow'> {
  const deadline = Date.now() + startLimitMs
  while (Date.now() < deadline && !signal.aborted) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200) return 'healthy'
    await after(100)
  }
  return 'slow'
}

async function stopGroup(child: ChildProcess, ended: Promise<number>): Promise<void> {
  endGroup(child, 'SIGTERM')
  const late = new AbortController()
  await Promise.race([ended, after(stopLimitMs, undefined, { signal: late.signal }).catch(() => undefined)])
  late.abort()
  // Whoever is left of the group is stuck; nobody left is an error that means success.
  endGroup(child, 'SIGKILL')
}
