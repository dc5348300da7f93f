import { resolve } from 'node:path'
import process from 'node:process'
import type * as z from 'zod'
import type { ManageRoute } from '../../worker/domain/access.ts'
import { beginLine, completeLine } from '../../worker/store/audit.ts'
import type { Db } from '../../worker/store/db.ts'
import { findSite, listSites, type Site } from '../../worker/store/sites.ts'

/** What a command is given. */
export interface Call {
  db: Db
  /** Origin that links point to; undefined when it must be said with --host. */
  host: string | undefined
  options: ReadonlyMap<string, string>
  /** Words after the command's name. */
  rest: string[]
  now: number
  /** Brings the database to the newest migration. */
  migrate: () => Promise<void>
}

/** `data` is printed with --json, `text` without; `failed` ends with code 1. */
export interface Result {
  data: unknown
  text: string
  failed?: boolean
}

export interface Command {
  usage: string
  does: string
  /** It takes the database as it finds it, which otherwise is migrated first. */
  asItIs?: true
  run: (call: Call) => Promise<Result>
}

/** npm runs its scripts in the project's folder; a path is meant from where the command was typed. */
export const typedPath = (file: string) => resolve(process.env.INIT_CWD ?? '', file)

/** An option's value, or an error that says how it is given. */
export function needed(options: ReadonlyMap<string, string>, name: string): string {
  const value = options.get(name)
  if (!value) throw new Error(`--${name}=… is missing`)
  return value
}

/** What the schema makes of an option's value, or an error in one sentence; `is` finishes "--name=value is not …". */
export function checked<T>(schema: z.ZodType<T>, name: string, value: string, is: string): T {
  const result = schema.safeParse(value)
  if (!result.success) throw new Error(`--${name}=${value} is not ${is}`)
  return result.data
}

/** The site named by --site, or the only one there is. */
export async function chosenSite({ db, options }: Call): Promise<Site> {
  const id = options.get('site')
  if (id) {
    const site = await findSite(db, id)
    if (!site) throw new Error(`there is no site ${id}`)
    return site
  }
  const sites = await listSites(db, 20)
  const [only] = sites
  if (only && sites.length === 1) return only
  throw new Error(
    sites.length === 0
      ? 'there is no site yet: create-site'
      : `say which: ${sites.map((s) => `--site=${s.id} (${s.name})`).join(', ')}`,
  )
}

/** Does something with a site with a line of its audit log around it, as of the route that does the same; `idOf` is what was made. */
export async function told<Done>(
  { db, now }: Call,
  site: string,
  action: ManageRoute,
  act: () => Promise<Done>,
  idOf: (done: Done) => string = () => '',
): Promise<Done> {
  const line = await beginLine(db, { site, at: now, actor: 'key_admin', name: 'Admin command', action, object: '' }, undefined)
  const done = await act()
  await completeLine(db, line, { status: 200, object: idOf(done), changes: {} })
  return done
}
