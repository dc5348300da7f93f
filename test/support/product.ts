import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { convertV4MiniflareOptions, Miniflare, type Request, Response } from 'miniflare'
import { dryRun } from '../../scripts/lib/dry-run.ts'
import { root } from '../../scripts/lib/install.mjs'

/** A worker in a workerd of its own, with an empty database. */
export interface Running {
  url: string
  /** Its own socket, without the server before it. */
  direct: string
  /** CPU seconds the workerd process has used so far. */
  cpu: () => number
  /** Bytes of memory the workerd process holds now. */
  memory: () => number
  /** Ends its process as a power cut would. */
  kill: () => void
  stop: () => Promise<void>
}

/** What a worker finds around it. */
interface Surroundings {
  /** Where its database lies; in memory where it is left out. */
  folder?: string
  /** Answers whatever it asks of others; the real internet where it is left out. */
  outside?: (request: Request) => Promise<Response>
  /** Makes another worker of its bundle: a mutated copy that a proof must find out. */
  rewritten?: (bundle: string) => string
}

export interface Product extends Running {
  /** Its database, from outside. */
  database: D1Database
}

/** The bundle of all files of a test run, made before them; a benchmark makes its own. */
const made = process.env.EARSHOT_BUNDLE
const bundleFolder = made ?? join(root, 'dist/worker')

/** The product as it is deployed: bundled, minified, migrated. */
export async function startProduct(bindings: Record<string, string>, around: Surroundings = {}): Promise<Product> {
  if (!made) await dryRun()
  const product = await restartProduct(bindings, around)
  const { database } = product
  const { unstable_splitSqlQuery: statementsOf } = await import('wrangler')
  for (const file of readdirSync(join(root, 'migrations')).sort()) {
    const statements = statementsOf(readFileSync(join(root, 'migrations', file), 'utf8'))
    await database.batch(statements.map((statement) => database.prepare(statement)))
  }
  return product
}

/** The same bundle once more, on a database that is there already. */
export async function restartProduct(bindings: Record<string, string>, around: Surroundings): Promise<Product> {
  const bundle = readFileSync(join(bundleFolder, 'index.js'), 'utf8')
  const running = await start(around.rewritten?.(bundle) ?? bundle, bindings, 'product', around)
  return { ...running, database: await running.miniflare.getD1Database('DB') }
}

/** The least a worker can do with an answer: one row into one table, nothing read or checked. */
export async function startBare(): Promise<Running> {
  const script = `export default {
    async fetch(request, { DB }) {
      const body = await request.json()
      await DB.prepare('INSERT INTO bare (submission, score) VALUES (?, ?)').bind(body.submission, body.answers.score).run()
      return Response.json({ submission: body.submission }, { status: 201 })
    },
  }`
  const running = await start(script, {}, 'bare')
  const database = await running.miniflare.getD1Database('DB')
  await database.prepare('CREATE TABLE bare (submission TEXT NOT NULL, score INTEGER NOT NULL) STRICT').run()
  return running
}

async function start(script: string, bindings: Record<string, string>, name: string, { folder, outside }: Surroundings = {}) {
  const before = new Set(workerdProcesses())
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name,
      modules: true,
      script,
      bindings,
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: { DB: name },
      ...(folder && { resourcePersistencePath: folder }),
      ...(outside && { outboundService: outside }),
      serviceBindings: { ASSETS: staticFile },
      logRequests: false,
      // Past Miniflare's own worker, which no deploy has and every request would pay for.
      unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      // The minute's jobs, at /cdn-cgi/local/scheduled.
      unsafeTriggerHandlers: true,
    }),
  )
  const url = (await miniflare.ready).href
  // Its own alone: another test, or somebody else, may have started one in the same moment.
  const pids = workerdProcesses().filter((pid) => !before.has(pid) && parentOf(pid) === process.pid)
  const sum = (of: (pid: number) => number) => pids.reduce((total, pid) => total + of(pid), 0)
  const kill = () => {
    for (const pid of pids) process.kill(pid, 'SIGKILL')
  }
  const direct = (await miniflare.unsafeGetDirectURL()).href
  return {
    miniflare,
    url,
    direct,
    cpu: () => sum(cpuSeconds),
    memory: () => sum(residentBytes),
    kill,
    stop: () => miniflare.dispose(),
  }
}

/** What the platform does for a deployed worker: `scripts/build.ts` has made the files. */
function staticFile(request: { url: string }) {
  const file = join(root, 'dist/assets', new URL(request.url).pathname)
  return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 })
}

/** Linux only: elsewhere CPU time and memory are reported as 0 and only the rates are compared. */
function workerdProcesses(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => commandOf(pid).includes('workerd'))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8')
  } catch {
    return ''
  }
}

function parentOf(pid: number): number {
  try {
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return Number(parent)
  } catch {
    return 0
  }
}

function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
