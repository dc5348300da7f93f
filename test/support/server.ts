import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { isPortFree } from '../../scripts/lib/port.ts'

export interface Earshot {
  /** "http://localhost:PORT", as the ready line says. */
  url: string
  stateDir: string
  setupToken: string
  /** Everything printed so far: sign-in links stand there. */
  output: () => string
  stop: () => Promise<void>
}

const setupToken = 'test-setup-token'

interface Start {
  demo: boolean
  port?: number
  /** Folder of the state to begin with, which is copied; otherwise it begins empty. */
  from?: string
  /** Where it asks where webhooks lead. */
  resolver?: string
}

/** Runs the real `npm start` with a state of its own on a free port, and answers once it is ready. */
export async function startEarshot({ demo, port, from, resolver }: Start): Promise<Earshot> {
  const stateDir = mkdtempSync(join(tmpdir(), 'earshot-'))
  if (from) cpSync(from, stateDir, { recursive: true })
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      PORT: String(port ?? (await freePort())),
      STATE_DIR: stateDir,
      DEMO: demo ? '1' : '0',
      SETUP_TOKEN: setupToken,
      ...(resolver && { RESOLVER: resolver }),
    },
    // The fourth pipe closes when the tests are gone, however they went: the server ends itself then.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk
      const ready = /^ready (http:\S+)\n/m.exec(output)?.[1]
      if (ready) resolve(ready)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    void ended.then(() => reject(new Error(`Earshot ended before it was ready:\n${output}`)))
  })
  return {
    url,
    stateDir,
    setupToken,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(stateDir, { recursive: true, force: true })
    },
  }
}

/**
 * One that nobody listens on, from below those a system gives to whoever asks for any (from 32768 on Linux, 49152 elsewhere): those go
 * to every connection and every test's own server, also between this answer and the start of the server it is for.
 */
async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_000)
  return (await isPortFree(port)) ? port : freePort()
}
