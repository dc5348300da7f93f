import type { ManageRoute } from './access.ts'

/** Of what is mailed to owners: acts that are alike are told once a day. */
type Kind = 'export' | 'person' | 'webhook' | 'key' | 'secret' | 'invitation' | 'role' | 'end'

/**
 * What takes data out, lets somebody in or ends a site is mailed to the site's owners and to whoever did it, so that the owner of a stolen
 * session learns of it. In words after a name.
 */
const noticed: Partial<Record<ManageRoute, readonly [kind: Kind, words: string]>> = {
  'GET /api/v1/exports/responses.csv': ['export', 'downloaded responses'],
  'GET /api/v1/exports/responses.ndjson': ['export', 'downloaded responses'],
  'GET /api/v1/respondents/{respondent}/export': ['person', 'downloaded all that is kept of a customer'],
  'POST /api/v1/webhooks': ['webhook', 'added a webhook'],
  'PATCH /api/v1/webhooks/{id}': ['webhook', 'changed a webhook'],
  'POST /api/v1/webhooks/{id}/rotate': ['webhook', 'made a new secret for a webhook'],
  'POST /api/v1/keys': ['key', 'made an API key'],
  'POST /api/v1/sites/{id}/identity-secret': ['secret', 'made a new secret for customers’ ids'],
  'POST /api/v1/invitations': ['invitation', 'invited somebody'],
  'PATCH /api/v1/members/{id}': ['role', 'changed the role of a member'],
  'DELETE /api/v1/sites/{id}': ['end', 'deleted the site'],
}

export const noticeKind = (route: ManageRoute): Kind | undefined => noticed[route]?.[0]

/** "downloaded responses"; undefined of what nobody is told. */
export const noticeWords = (route: string): string | undefined => noticed[route as ManageRoute]?.[1]

/** Files of responses and of a person: how many of them a person's sessions may begin in an hour, at all their sites one by one. */
export const downloads: ReadonlySet<ManageRoute> = new Set([
  'GET /api/v1/exports/responses.csv',
  'GET /api/v1/exports/responses.ndjson',
  'GET /api/v1/respondents/{respondent}/export',
])
export const downloadsAnHour = 30
