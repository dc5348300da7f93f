import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

/**
 * D1 for Node through a worker of three lines: a batch is one request. wrangler's own proxy crosses
 * threads for every `prepare` and `bind`, which made loading the demo take a minute.
 */
export interface Bridge {
  d1: D1Database
  close: () => Promise<void>
}

const compatibilityDate = '2026-10-01'

const script = `export default {
  async fetch(request, { DB }) {
    const statements = await request.json()
    try {
      return Response.json(await DB.batch(statements.map(({ sql, params }) => DB.prepare(sql).bind(...params))))
    } catch (error) {
      return Response.json({ error: error.message }, { status: 500 })
    }
  },
}`

/** Opens the database kept under wrangler's persistence root. */
export async function openBridge(root: string, databaseId: string): Promise<Bridge> {
  const options = convertV4MiniflareOptions({ modules: true, script, compatibilityDate, d1Databases: { DB: databaseId } })
  const miniflare = new Miniflare({ ...options, resourcePersistencePath: root })
  await miniflare.ready
  const send = async (statements: Statement[]): Promise<D1Result[]> => {
    const body = JSON.stringify(statements.map(({ sql, params }) => ({ sql, params })))
    const answer = await miniflare.dispatchFetch('http://d1/', { method: 'POST', body })
    if (!answer.ok) throw new Error(((await answer.json()) as { error: string }).error)
    return (await answer.json()) as D1Result[]
  }
  const database = { prepare: (sql: string) => new Statement(send, sql, []), batch: send }
  // Only what the store uses of D1's interface: prepare with bind, first, all and run, and batch.
  return { d1: database as unknown as D1Database, close: () => miniflare.dispose() }
}

class Statement {
  readonly #send: (statements: Statement[]) => Promise<D1Result[]>
  readonly sql: string
  readonly params: unknown[]

  constructor(send: (statements: Statement[]) => Promise<D1Result[]>, sql: string, params: unknown[]) {
    this.#send = send
    this.sql = sql
    this.params = params
  }

  bind(...params: unknown[]): Statement {
    return new Statement(this.#send, this.sql, params)
  }

  async all(): Promise<D1Result | undefined> {
    return (await this.#send([this]))[0]
  }

  run(): Promise<D1Result | undefined> {
    return this.all()
  }

  async first(column?: string): Promise<unknown> {
    const row = (await this.all())?.results[0] as Record<string, unknown> | undefined
    return column === undefined ? (row ?? null) : (row?.[column] ?? null)
  }
}
