import { computed, signal } from '@preact/signals'
import type { Me, Role } from '../../worker/contract/people.ts'
import { mayDo } from '../../worker/domain/roles.ts'
import { call, Refused } from './api.ts'

/** Who is signed in, once that is known. */
export const me = signal<Me | 'loading' | 'signed-out' | 'unreachable'>('loading')

const chosenSite = signal(new URLSearchParams(location.search).get('site') ?? remembered())

/** The site everything on screen is about. */
export const site = computed(() => {
  const state = me.value
  if (typeof state === 'string') return undefined
  const { sites } = state
  return sites.find(({ id }) => id === chosenSite.value) ?? sites.find(({ restorableUntil }) => !restorableUntil) ?? sites[0]
})

/** Whether the person's role on this site is at least `role`; the server decides, this only hides what it would refuse. */
export function may(role: Role): boolean {
  return mayDo(site.value?.role ?? 'viewer', role)
}

export async function loadMe(): Promise<void> {
  try {
    me.value = await call<Me>('GET', '/api/v1/me')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    me.value = error.status === 401 ? 'signed-out' : 'unreachable'
  }
}

/** Whether signing in again is being asked for, over what is on screen: nothing typed there is lost. */
export const asksSignIn = signal(false)

/** A session may end while its screens are open: what the API then refuses leads back to signing in. */
export function noteRefusal(error: unknown): void {
  if (!(error instanceof Refused && error.status === 401)) return
  if (error.problem?.needs === 'fresh-sign-in') asksSignIn.value = true
  else me.value = 'signed-out'
}

/** Whether a download may begin, which itself could show no refusal; asks for signing in where it may not. Throws in words where it is too many. */
export async function mayDownload(): Promise<boolean> {
  const { freshUntil, downloadFrom } = await call<Me>('GET', ofSite('/api/v1/me'))
  if (downloadFrom !== null)
    throw new Error(`That is enough for an hour. The next download may begin at ${timeOf(downloadFrom)}.`)
  const isFresh = freshUntil === null || Date.parse(freshUntil) > Date.now()
  asksSignIn.value = !isFresh
  return isFresh
}

export async function signOut(): Promise<void> {
  await call('POST', '/api/v1/logout')
  me.value = 'signed-out'
}

export function chooseSite(id: string): void {
  chosenSite.value = id
  try {
    localStorage.setItem('earshot-site', id)
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}

/** The path with the chosen site said, as the API wants it from people with several. */
export function ofSite(path: string): string {
  const id = site.value?.id
  if (!id) return path
  return `${path}${path.includes('?') ? '&' : '?'}site=${encodeURIComponent(id)}`
}

function remembered(): string | null {
  try {
    return localStorage.getItem('earshot-site')
  } catch {
    return null
  }
}

const timeOf = (iso: string) => new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
