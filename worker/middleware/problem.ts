import type { Context } from 'hono'
import type { Problem } from '../contract/problem.ts'

const titles = {
  400: 'The request can not be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'The request took too long',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Content type not supported',
  422: 'Some of it does not fit',
  429: 'Too much at once: try again in a moment',
  500: 'Something went wrong on our side',
  503: 'Try again in a moment',
} as const

type RefusalStatus = keyof typeof titles

/** What went wrong, before it becomes an answer. */
export interface Refusal {
  status: RefusalStatus
  detail?: string
  errors?: Problem['errors']
}

/** RFC 9457. The one place where a refusal becomes bytes; `more` are members of one kind of refusal alone. */
export function problem(c: Context, { status, detail, errors }: Refusal, more: object = {}) {
  const body: Problem = { type: 'about:blank', title: titles[status], status, detail, errors, ...more }
  return c.json(body, status, { 'Content-Type': 'application/problem+json' })
}

/** The same bytes for what doesn't exist and for what is somebody else's. */
export const notFound: Refusal = { status: 404 }

/** To members of a site that was deleted, as long as it can be brought back. */
export const goneSite: Refusal = { status: 410, detail: 'this site was deleted; an owner may bring it back within seven days' }
