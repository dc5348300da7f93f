import type { Context } from 'hono'
import type { PatchCase } from '../../contract/case.ts'
import { mayDo } from '../../domain/roles.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import type { Refusal } from '../../middleware/problem.ts'
import { changeCases } from '../../store/change-cases.ts'
import { isInPart } from '../../store/matching.ts'
import { findMember } from '../../store/members.ts'

const overtaken: Refusal = { status: 409, detail: 'somebody has changed this case meanwhile' }

/** Changes the cases of these responses, which are there and in the asker's part; or why not. */
export async function changeAsked(
  c: Context<ManageEnv>,
  ids: readonly number[],
  { due, ...change }: Omit<PatchCase, 'revision'>,
  revision?: number,
): Promise<Refusal | undefined> {
  const { actor, db, now, site } = c.var
  if (change.owner && !(await mayOwn(c, change.owner, ids)))
    return { status: 422, errors: [{ pointer: '/owner', detail: 'nobody who may see this' }] }
  const person = actor?.person?.id ?? null
  const dueAt = typeof due === 'string' ? Date.parse(due) : due
  const changed = await changeCases(db, site.id, ids, { ...change, due: dueAt }, { person, now, revision })
  return changed < ids.length ? overtaken : undefined
}

/** Whether somebody works on this site's cases, and on these. */
export async function mayOwn(c: Context<ManageEnv>, person: string, ids: readonly number[]): Promise<boolean> {
  const { db, site } = c.var
  const member = await findMember(db, site.id, person)
  if (!member || !mayDo(member.role, 'agent')) return false
  return member.part === null || (await isInPart(db, site.id, member.part, ids))
}
