import { access, type ManageRoute } from './access.ts'

/** Of the fields of a request those that differ, each as it was and as it is; null where that is too long to be told. */
export type Changes = Record<string, [before: Small, after: Small] | null>
type Small = string | number | boolean | null

const longest = 120

/** What belongs in the audit log: whatever changes the site, its people or its surveys, and whoever takes all responses with them. */
export function isAudited(route: ManageRoute): boolean {
  if (/^GET (?!.*\/export)|\/(tags|imports|inbox-rules)\/preview$|\/checks$/.test(route)) return false
  const needed: string = access[route]
  return ['manager', 'owner'].includes(needed) || route === 'DELETE /api/v1/members/me'
}

/** Whether one line an hour tells enough: an editor saves a draft every few seconds. What else a survey has is told each time. */
export const isCoarse = (route: ManageRoute, asked: object | undefined) =>
  route === 'PATCH /api/v1/surveys/{id}' &&
  !Object.keys(asked ?? {}).some((name) => ['name', 'touchpoint', 'goal'].includes(name))

/** Fields whose value may be a secret, such as a channel's address, or somebody's data: told by name alone. */
const secrets: readonly [about: RegExp, field: string][] = [
  [/\/webhooks/, 'url'],
  [/\/customers/, 'traits'],
]

/** The fields of a request as they may be told: what may be a secret is as good as a text too long. */
export function tellable(route: ManageRoute, asked: object | undefined): object | undefined {
  const hidden = secrets.filter(([about]) => about.test(route)).map(([, field]) => field)
  return asked && Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, hidden.includes(name) ? [{}] : value]))
}

/** What a request changes of what was there before; without a body it takes that away. Lists and longer texts are named only, so that no survey lies here twice. */
export function changesOf(before: object, asked: object | undefined): Changes {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(
    Object.entries(asked ?? Object.fromEntries([...was.keys()].map((name) => [name, null])))
      .filter(([name, value]) => name !== 'revision' && JSON.stringify(was.get(name) ?? null) !== JSON.stringify(value))
      .map(([name, value]) => {
        const [from, to] = [small(was.get(name)), small(value)]
        return [name, from === undefined || to === undefined ? null : [from, to]]
      }),
  )
}

/** A value short enough for a line; lists of words as such. A list of anything else may hold what a customer is called, and is not told. */
function small(value: unknown): Small | undefined {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const words = typeof value === 'string' ? [value] : Object.values(value).flat()
  if (words.some((one) => typeof one !== 'string')) return
  const text = words.join(', ')
  return text.length <= longest ? text : undefined
}
