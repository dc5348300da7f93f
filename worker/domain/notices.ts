import type { ManageRoute } from './access.ts'

/**
 * What takes data out, lets somebody in or ends a site is mailed to the site's owners and to whoever did it, so that the owner of a stolen
 * session learns of it. In words after a name: "Ann downloaded responses".
 */
export const noticeWords = {
  'GET /api/v1/exports/responses.csv': 'downloaded responses',
  'GET /api/v1/exports/responses.ndjson': 'downloaded responses',
  'GET /api/v1/respondents/{respondent}/export': 'downloaded all that is kept of a customer',
  'POST /api/v1/webhooks': 'added a webhook',
  'PATCH /api/v1/webhooks/{id}': 'changed a webhook',
  'POST /api/v1/webhooks/{id}/rotate': 'made a new secret for a webhook',
  'POST /api/v1/keys': 'made an API key',
  'POST /api/v1/sites/{id}/identity-secret': 'made a new secret for customers’ ids',
  'POST /api/v1/invitations': 'invited somebody',
  'PATCH /api/v1/members/{id}': 'changed the role of a member',
  'DELETE /api/v1/sites/{id}': 'deleted the site',
} as const satisfies Partial<Record<ManageRoute, string>>

type Noticed = keyof typeof noticeWords

/** What is alike is told once a day: of each kind one mail. */
const kinds: Record<Noticed, string> = {
  'GET /api/v1/exports/responses.csv': 'export',
  'GET /api/v1/exports/responses.ndjson': 'export',
  'GET /api/v1/respondents/{respondent}/export': 'person',
  'POST /api/v1/webhooks': 'webhook',
  'PATCH /api/v1/webhooks/{id}': 'webhook',
  'POST /api/v1/webhooks/{id}/rotate': 'webhook',
  'POST /api/v1/keys': 'key',
  'POST /api/v1/sites/{id}/identity-secret': 'secret',
  'POST /api/v1/invitations': 'invitation',
  'PATCH /api/v1/members/{id}': 'role',
  'DELETE /api/v1/sites/{id}': 'end',
}

export const isNoticed = (route: string): route is Noticed => Object.hasOwn(noticeWords, route)

/** Of what is told; undefined of what nobody is. */
export const noticeKind = (route: ManageRoute): string | undefined => (isNoticed(route) ? kinds[route] : undefined)
