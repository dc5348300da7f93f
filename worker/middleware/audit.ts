import type { Context } from 'hono'
import type { ManageRoute } from '../domain/access.ts'
import { changesOf, isCoarse, tellable } from '../domain/audit.ts'
import { noticeKind } from '../domain/notices.ts'
import { mailerOf } from '../mail/mailer.ts'
import { beginLine, completeLine } from '../store/audit.ts'
import { noticeStatement } from '../store/notices.ts'
import type { ManageEnv } from './authenticate.ts'

/** Files that can be tried out: nothing is stored then. */
const hasTrials = /^POST \S+\/(imports|catalogue|customers|orders)$/

/**
 * Does what a request asks with a line of the audit log around it. The line stands before anything is changed, so that nothing is without
 * one; what came of it is added after, and with it what is mailed of it.
 */
export async function audit<Answer>(
  c: Context<ManageEnv>,
  route: ManageRoute,
  act: (line: number | undefined) => Promise<Answer>,
  isRefused = false,
): Promise<Answer> {
  const { actor, db, now, site } = c.var
  const who = actor?.person ?? actor?.key
  if (!who || (hasTrials.test(route) && c.req.query('dryRun') !== undefined)) return await act(undefined)
  const asked = await askedOf(c)
  const object = /\/(respondents|customers)\//.test(route) ? '' : (c.req.param('id') ?? '')
  const about = { site: site.id, actor: who.id, name: who.name, action: route, object: object.slice(0, 40) }
  const once = isRefused ? 'refused' : isCoarse(route, asked) ? 'done' : undefined
  const line = await beginLine(db, { ...about, at: now }, once)
  const answer = await act(line)
  const { status } = answer instanceof Response ? answer : c.res
  const done = status < 400
  const changes = done ? changesOf(c.get('before') ?? {}, tellable(route, asked)) : {}
  const told = { status, object: object || (done && !route.includes('/customers/') ? await madeBy(c.res) : ''), changes }
  const kind = done && actor?.person && mailerOf(c.env) ? noticeKind(route) : undefined
  const notice = kind && line !== undefined ? [noticeStatement(db, { site: site.id, line, actor: who.id, kind }, now)] : []
  await completeLine(db, line, told, notice)
  return answer
}

/** The fields of a JSON body. Files aren't told, nor is a body that is refused. */
async function askedOf(c: Context): Promise<object | undefined> {
  if (!c.req.header('Content-Type')?.startsWith('application/json')) return
  const asked: unknown = await c.req.json().catch(() => undefined)
  return typeof asked === 'object' && asked ? asked : undefined
}

/** The id of what was made. */
async function madeBy(answer: Response): Promise<string> {
  if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return ''
  const made = await answer.clone().json<{ id?: string; import?: string }>()
  return made.id ?? made.import ?? ''
}
