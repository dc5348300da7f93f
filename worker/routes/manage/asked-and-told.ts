import type { Context } from 'hono'
import type { Conditions } from '../../contract/conditions.ts'
import type { Fault } from '../../domain/faults/fault.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, type Refusal } from '../../middleware/problem.ts'
import { readAsked } from '../../store/asked.ts'
import { listMembers } from '../../store/members.ts'
import { findView } from '../../store/views.ts'

/** What something that is kept asks for: conditions, or a saved view in their place. */
interface Kept {
  conditions: Conditions
  view: string | null
}

/** What of it the site no longer has. */
export async function goneOf({ var: { db, site } }: Context<ManageEnv>, { view, conditions }: Kept): Promise<Fault[]> {
  const found = view === null ? undefined : await findView(db, site.id, view)
  if (view !== null && !found) return [{ pointer: '/view', detail: 'the view is gone' }]
  const asked = await readAsked(db, site, found?.conditions ?? conditions)
  return 'faults' in asked ? asked.faults : []
}

/**
 * Why what is to be kept can't be: only what the site has today is, and is told only to members who see all of it. What another site has is as
 * what isn't there.
 */
export async function unknownIn(
  { var: { db, site } }: Context<ManageEnv>,
  {
    conditions,
    view,
    people,
  }: { conditions: Conditions | undefined; view: string | null | undefined; people: readonly string[] },
): Promise<Refusal | undefined> {
  if (view && !(await findView(db, site.id, view))) return notFound
  const asked = conditions && (await readAsked(db, site, conditions))
  if (asked && 'faults' in asked) {
    if (asked.faults.some(({ pointer }) => pointer === '/survey')) return notFound
    return { status: 422, errors: asked.faults.map((fault) => ({ ...fault, pointer: `/conditions${fault.pointer}` })) }
  }
  const members = people.length > 0 ? await listMembers(db, site.id) : []
  if (people.some((id) => !members.some((member) => member.id === id))) return notFound
  const partial = people.findIndex((id) => members.some((member) => member.id === id && member.part !== null))
  if (partial >= 0) return { status: 422, errors: [{ pointer: `/people/${partial}`, detail: 'sees a part of the site only' }] }
}
