import { type ChildProcess, spawn } from 'node:child_process'
import process from 'node:process'
import { root, toolEnvironment } from './install.mjs'

export interface Outcome {
  code: number
  /** Both streams, in the order they came. */
  output: string
}

interface Options {
  env?: Record<string, string>
  /** Shows the output as it comes, besides handing it back. */
  show?: boolean
  /**
   * Its own process group, which ends whole: a script of npm's is a shell with the work behind it. A Ctrl-C doesn't reach it
   * then, so the caller must turn signals into `process.exit`.
   */
  group?: boolean
}

/** Runs a program in the project's folder with the tools' environment until it ends. */
export function run(
  program: string,
  args: readonly string[],
  { env = {}, show = false, group = false }: Options = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...toolEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: group,
    })
    // Whoever ends this process ends what it was waiting for.
    const kill = () => (group ? endGroup(child, 'SIGTERM') : child.kill())
    process.once('exit', kill)
    let output = ''
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk
      if (show) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', kill)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** `wrangler` under the project's own Node: it refuses an older one. */
export const wranglerProgram = [process.execPath, 'node_modules/wrangler/bin/wrangler.js'] as const

export function wrangler(args: readonly string[], options?: Options): Promise<Outcome> {
  const [node, script] = wranglerProgram
  return run(node, [script, ...args], options)
}

/** Signals a detached child and everything it started. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // Already gone.
  }
}
