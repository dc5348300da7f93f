import type { Me, Part, Role } from '../../../worker/contract/people.ts'
import { newSecret } from '../../../worker/domain/ids.ts'
import { sha256 } from '../../../worker/domain/secrets.ts'
import { db, json, manage, type Shop, send } from './shop.ts'

const dashboard = 'https://earshot.test'

/** Uses a sign-in link up and answers the session's cookie, ready to be sent. */
export async function signIn(loginUrl: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await send(new URL(loginUrl).pathname, {
    method: 'POST',
    headers: { Origin: dashboard, ...headers },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
  return cookieOf(answer)
}

/** A request as the dashboard sends it. */
export function asPerson(cookie: string, method: string, path: string, body?: unknown): Promise<Response> {
  return send(path, {
    method,
    headers: { Cookie: cookie, Origin: dashboard, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** The secret of a new invitation. */
export async function invite(shop: Shop, role: Role, email: string, part?: Part): Promise<string> {
  const invited = await manage(shop.apiKey, 'POST', '/api/v1/invitations', { email, role, ...(part && { part }) })
  if (invited.status !== 201) throw new Error(`the invitation answered ${invited.status}: ${await invited.text()}`)
  return (await json<{ url: string }>(invited)).url.split('#token=')[1] ?? ''
}

/** Accepts an invitation as the dashboard does. */
export const accept = (token: string, name: string, cookie = '') =>
  asPerson(cookie, 'POST', '/api/v1/invitations/accept', { token, name })

export const cookieOf = (answer: Response) => (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''

/** A new member of the shop with this role, signed in. */
export async function joinAs(shop: Shop, role: Role, email: string, part?: Part): Promise<{ id: string; cookie: string }> {
  const joined = await accept(await invite(shop, role, email, part), email)
  if (joined.status !== 200) throw new Error(`joining answered ${joined.status}: ${await joined.text()}`)
  const cookie = cookieOf(joined)
  return { id: (await json<Me>(asPerson(cookie, 'GET', '/api/v1/me'))).person?.id ?? '', cookie }
}

/** A sign-in link of somebody who has an account; what the terminal would print. */
export async function loginLink(email: string): Promise<string> {
  const token = newSecret('lt')
  await db
    .prepare('INSERT INTO login_tokens (hash, person, created_at, expires_at) SELECT ?, id, ?, ? FROM people WHERE email = ?')
    .bind(await sha256(token), Date.now(), Date.now() + 60_000, email)
    .run()
  return `https://earshot.test/login/${token}`
}

/** An API key of the shop with all that this role may do. */
export async function keyFor(shop: Shop, role: Role): Promise<{ id: string; key: string }> {
  return await json(manage(shop.apiKey, 'POST', '/api/v1/keys', { name: role, role }))
}
