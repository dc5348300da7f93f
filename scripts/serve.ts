// The work of `npm start`: build, migrate, load the demo, serve. Ends with everything it started.
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { migrateEmbedded } from './lib/database.ts'
import { type MailSink, startMailSink } from './lib/mail-sink.ts'
import { startPoking } from './lib/poke.ts'
import { isPortFree } from './lib/port.ts'
import { run } from './lib/run.ts'
import { type Server, startServer } from './lib/server.ts'
import { readSettings, type Settings } from './lib/settings.ts'

let server: Server | undefined
let mails: MailSink | undefined
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void end(0))

try {
  await serve()
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  await end(1)
}

async function serve(): Promise<void> {
  const settings = readSettings(process.env)
  if (settings instanceof Error) throw settings
  const { port, stateDir, demo } = settings
  if (!(await isPortFree(port))) throw new Error(`port ${port} is in use: PORT=${port + 1} npm start`)
  await build(tell)
  await migrateEmbedded(stateDir, tell)
  if (demo) await loadDemo(stateDir)
  if (stopping) return
  mails = await startMailSink(join(stateDir, 'mails'), tell)
  server = startServer(settings, { MAIL_SINK: mails.url }, tell)
  await server.ready
  tell(`ready http://localhost:${port}`)
  for (const line of await whereToGo(settings)) tell(line)
  startPoking(port, tell)
  const code = await server.ended
  if (stopping) return
  complain(`The server ended by itself (code ${code}).`)
  await end(1)
}

async function loadDemo(stateDir: string): Promise<void> {
  const { code } = await run(process.execPath, ['scripts/demo.ts'], { env: { STATE_DIR: stateDir }, show: true })
  if (code !== 0) throw new Error('The demo could not be loaded; DEMO=0 npm start goes without it.')
}

async function whereToGo({ port, demo, setupToken }: Settings): Promise<string[]> {
  const url = `http://localhost:${port}`
  if (demo) return [`  answer a survey in the demo shop   ${url}/demo`, `  read the scores in the dashboard   ${url}/`]
  const setup = await askSetup(port)
  return setup?.needed === false
    ? [`  sign in to the dashboard   ${url}/sign-in`]
    : [`  set up your shop   ${url}/sign-in#token=${encodeURIComponent(setupToken ?? '')}`]
}

async function askSetup(port: number): Promise<{ needed?: unknown } | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/setup`)
  // Without the answer the set-up page is shown, which asks again.
  return answer.ok ? ((await answer.json()) as { needed?: unknown }) : undefined
}

async function end(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await server?.stop()
  mails?.stop()
  process.exit(code)
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
