import type { Role } from '../../../worker/contract/people.ts'
import { json, manage, type Shop, send } from './shop.ts'

const dashboard = 'https://earshot.test'

/** Uses a sign-in link up and answers the session's cookie, ready to be sent. */
export async function signIn(loginUrl: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await send(new URL(loginUrl).pathname, {
    method: 'POST',
    headers: { Origin: dashboard, ...headers },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
  return (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
}

/** A request as the dashboard sends it. */
export function asPerson(cookie: string, method: string, path: string, body?: unknown): Promise<Response> {
  return send(path, {
    method,
    headers: { Cookie: cookie, Origin: dashboard, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** A new member of the shop with this role, signed in. */
export async function joinAs(shop: Shop, role: Role, email: string): Promise<{ id: string; cookie: string }> {
  const invited = await manage(shop.apiKey, 'POST', '/api/v1/members', { email, name: email, role })
  if (invited.status !== 201) throw new Error(`the invitation answered ${invited.status}: ${await invited.text()}`)
  const { id, loginUrl } = await json<{ id: string; loginUrl: string }>(invited)
  return { id, cookie: await signIn(loginUrl) }
}

/** An API key of the shop with this role. */
export async function keyFor(shop: Shop, role: Role): Promise<{ id: string; key: string }> {
  return await json(manage(shop.apiKey, 'POST', '/api/v1/keys', { name: role, role }))
}
