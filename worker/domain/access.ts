import type { Role } from '../contract/people.ts'

/** `open`: anybody. `signed-in`: a session, whatever the site. A role: at least that role on the site. */
export type Access = 'open' | 'signed-in' | Role

/** Every management route and what it needs, the one place that says so. A route that isn't here doesn't compile. */
export const access = {
  'GET /api/v1/setup': 'open',
  'POST /api/v1/setup': 'open',
  'POST /api/v1/login': 'open',
  'POST /api/v1/logout': 'open',
  'GET /api/v1/me': 'signed-in',
  'GET /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions/{id}': 'signed-in',

  'GET /api/v1/sites': 'viewer',
  'POST /api/v1/sites': 'owner',
  'GET /api/v1/sites/{id}': 'viewer',
  'PATCH /api/v1/sites/{id}': 'owner',
  'DELETE /api/v1/sites/{id}': 'owner',
  'POST /api/v1/sites/{id}/restore': 'owner',
  'POST /api/v1/sites/{id}/identity-secret': 'owner',
  'GET /api/v1/sites/{id}/retention': 'owner',
  'GET /api/v1/outcomes': 'manager',
  'GET /api/v1/upkeep': 'owner',

  'GET /api/v1/sightings': 'viewer',
  'POST /api/v1/checks': 'manager',
  'GET /api/v1/checks/{id}': 'manager',

  'GET /api/v1/members': 'manager',
  'DELETE /api/v1/members/me': 'viewer',
  'PATCH /api/v1/members/{id}': 'owner',
  'DELETE /api/v1/members/{id}': 'owner',

  'GET /api/v1/invitations': 'owner',
  'POST /api/v1/invitations': 'owner',
  'DELETE /api/v1/invitations/{id}': 'owner',
  'POST /api/v1/invitations/open': 'open',
  'POST /api/v1/invitations/accept': 'open',

  'GET /api/v1/keys': 'owner',
  'POST /api/v1/keys': 'owner',
  'DELETE /api/v1/keys/{id}': 'owner',

  'GET /api/v1/alerts': 'manager',
  'POST /api/v1/alerts': 'manager',
  'GET /api/v1/alerts/{id}': 'manager',
  'PATCH /api/v1/alerts/{id}': 'manager',
  'DELETE /api/v1/alerts/{id}': 'manager',
  'POST /api/v1/alerts/{id}/test': 'manager',
  'GET /api/v1/alerts/{id}/firings': 'manager',

  'GET /api/v1/digests': 'manager',
  'POST /api/v1/digests': 'manager',
  'GET /api/v1/digests/{id}': 'manager',
  'PATCH /api/v1/digests/{id}': 'manager',
  'DELETE /api/v1/digests/{id}': 'manager',
  'GET /api/v1/digests/{id}/preview': 'manager',
  'POST /api/v1/digests/{id}/send': 'manager',

  'GET /api/v1/webhooks': 'manager',
  'POST /api/v1/webhooks': 'owner',
  'GET /api/v1/webhooks/{id}': 'manager',
  'PATCH /api/v1/webhooks/{id}': 'owner',
  'DELETE /api/v1/webhooks/{id}': 'owner',
  'POST /api/v1/webhooks/{id}/test': 'owner',
  'POST /api/v1/webhooks/{id}/rotate': 'owner',
  'GET /api/v1/webhooks/{id}/deliveries': 'manager',
  'POST /api/v1/webhooks/{id}/deliveries/{delivery}/replay': 'owner',
  'POST /api/v1/webhooks/{id}/replay': 'owner',

  'GET /api/v1/audit': 'manager',

  'GET /api/v1/overview': 'viewer',
  'GET /api/v1/reports': 'viewer',
  'GET /api/v1/surveys': 'viewer',
  'POST /api/v1/surveys': 'manager',
  'GET /api/v1/surveys/{id}': 'viewer',
  'PATCH /api/v1/surveys/{id}': 'manager',
  'GET /api/v1/surveys/{id}/versions/{version}': 'viewer',
  'POST /api/v1/surveys/{id}/publish': 'manager',
  'POST /api/v1/surveys/{id}/pause': 'manager',
  'POST /api/v1/surveys/{id}/close': 'manager',
  'GET /api/v1/surveys/{id}/previews': 'manager',
  'POST /api/v1/surveys/{id}/previews': 'manager',
  'DELETE /api/v1/surveys/{id}/previews/{preview}': 'manager',
  'GET /api/v1/surveys/{id}/tests': 'viewer',
  'DELETE /api/v1/surveys/{id}/tests': 'manager',
  'GET /api/v1/surveys/{id}/quarantine': 'manager',
  'POST /api/v1/surveys/{id}/quarantine/restore': 'manager',
  'POST /api/v1/surveys/{id}/quarantine/purge': 'manager',
  'GET /api/v1/surveys/{id}/report': 'viewer',
  'GET /api/v1/surveys/{id}/drivers': 'viewer',
  'GET /api/v1/surveys/{id}/phrases': 'viewer',
  'GET /api/v1/surveys/{id}/value': 'viewer',
  'GET /api/v1/surveys/{id}/products': 'viewer',
  'GET /api/v1/surveys/{id}/reorders': 'viewer',
  'GET /api/v1/surveys/{id}/pulse': 'viewer',
  'GET /api/v1/surveys/{id}/notes/{note}/effect': 'viewer',
  'GET /api/v1/surveys/{id}/shares': 'manager',
  'POST /api/v1/surveys/{id}/shares': 'manager',
  'DELETE /api/v1/surveys/{id}/shares/{share}': 'manager',

  'GET /api/v1/surveys/{id}/qr.svg': 'viewer',
  'GET /api/v1/surveys/{id}/qr.png': 'viewer',
  'GET /api/v1/surveys/{id}/email.html': 'viewer',
  'GET /api/v1/surveys/{id}/links': 'manager',
  'POST /api/v1/surveys/{id}/links': 'manager',
  'DELETE /api/v1/surveys/{id}/links': 'manager',
  'DELETE /api/v1/surveys/{id}/links/{link}': 'manager',
  'POST /api/v1/surveys/{id}/links.csv': 'manager',

  'GET /api/v1/notes': 'viewer',
  'POST /api/v1/notes': 'manager',
  'PATCH /api/v1/notes/{id}': 'manager',
  'DELETE /api/v1/notes/{id}': 'manager',

  'GET /api/v1/views': 'viewer',
  'POST /api/v1/views': 'agent',
  'GET /api/v1/views/{id}': 'viewer',
  'PATCH /api/v1/views/{id}': 'agent',
  'DELETE /api/v1/views/{id}': 'agent',

  'GET /api/v1/shared/{token}': 'open',
  'GET /api/v1/shared/{token}/report': 'open',
  'GET /api/v1/shared/{token}/drivers': 'open',

  'GET /api/v1/catalogue': 'viewer',
  'POST /api/v1/catalogue': 'manager',
  'DELETE /api/v1/catalogue': 'manager',

  'POST /api/v1/customers': 'manager',
  'GET /api/v1/customers/{customer}': 'agent',
  'PUT /api/v1/customers/{customer}': 'manager',
  'DELETE /api/v1/customers/{customer}': 'manager',
  'POST /api/v1/orders': 'manager',

  'GET /api/v1/responses': 'viewer',
  'GET /api/v1/responses/{id}': 'viewer',
  'PATCH /api/v1/responses/{id}': 'agent',
  'GET /api/v1/responses/{id}/contacts': 'agent',
  'GET /api/v1/responses/{id}/history': 'agent',
  'GET /api/v1/responses/{id}/reply': 'agent',
  'POST /api/v1/responses/{id}/replies': 'agent',
  'POST /api/v1/responses/{id}/replies/{reply}/retry': 'agent',
  'GET /api/v1/responses/{id}/customer': 'agent',
  'POST /api/v1/responses/status': 'agent',
  'DELETE /api/v1/responses/{id}': 'manager',

  'GET /api/v1/cases': 'agent',
  'GET /api/v1/cases/counts': 'agent',
  'GET /api/v1/cases/owners': 'agent',
  'GET /api/v1/cases/figures': 'agent',

  'GET /api/v1/inbox-rules': 'manager',
  'POST /api/v1/inbox-rules': 'manager',
  'POST /api/v1/inbox-rules/preview': 'manager',
  'PATCH /api/v1/inbox-rules/{id}': 'manager',
  'DELETE /api/v1/inbox-rules/{id}': 'manager',
  'POST /api/v1/inbox-rules/{id}/apply': 'manager',

  'GET /api/v1/reply-templates': 'agent',
  'POST /api/v1/reply-templates': 'manager',
  'PATCH /api/v1/reply-templates/{id}': 'manager',
  'DELETE /api/v1/reply-templates/{id}': 'manager',

  'GET /api/v1/respondents/{respondent}/export': 'manager',
  'DELETE /api/v1/respondents/{respondent}': 'manager',
  'DELETE /api/v1/respondents/{respondent}/clocks': 'manager',

  'PUT /api/v1/responses/{id}/tags': 'agent',
  'POST /api/v1/responses/tags': 'agent',

  'GET /api/v1/tags': 'viewer',
  'POST /api/v1/tags': 'manager',
  'PATCH /api/v1/tags/{id}': 'manager',
  'DELETE /api/v1/tags/{id}': 'manager',
  'POST /api/v1/tags/{id}/merge': 'manager',
  'GET /api/v1/tags/{id}/unsure': 'viewer',
  'GET /api/v1/tags/{id}/figures': 'viewer',
  'GET /api/v1/tags/figures': 'viewer',
  'GET /api/v1/tags/suggestions': 'viewer',
  'POST /api/v1/tags/preview': 'manager',
  'GET /api/v1/tags/starter': 'manager',
  'POST /api/v1/tags/starter': 'manager',
  'GET /api/v1/tags/learning': 'viewer',
  'POST /api/v1/tags/retrain': 'manager',
  'POST /api/v1/tags/rollback': 'manager',

  'GET /api/v1/exports/responses.csv': 'manager',
  'GET /api/v1/exports/responses.ndjson': 'manager',

  'GET /api/v1/imports': 'manager',
  'POST /api/v1/imports': 'manager',
  'POST /api/v1/imports/preview': 'manager',
  'GET /api/v1/imports/{id}': 'manager',
  'DELETE /api/v1/imports/{id}': 'manager',
} as const satisfies Record<string, Access>

export type ManageRoute = keyof typeof access

/**
 * What takes data out or away for good, or opens a door that outlasts a session. A person needs a fresh sign-in for it, so that a stolen
 * cookie isn't enough; a key is made for just that.
 */
export const needsFreshSignIn: ReadonlySet<ManageRoute> = new Set([
  'GET /api/v1/exports/responses.csv',
  'GET /api/v1/exports/responses.ndjson',
  'GET /api/v1/respondents/{respondent}/export',
  'POST /api/v1/webhooks',
  'PATCH /api/v1/webhooks/{id}',
  'POST /api/v1/webhooks/{id}/rotate',
  'POST /api/v1/keys',
  'POST /api/v1/sites/{id}/identity-secret',
  'DELETE /api/v1/sites/{id}',
  'POST /api/v1/invitations',
  'PATCH /api/v1/members/{id}',
  'DELETE /api/v1/members/{id}',
  'DELETE /api/v1/responses/{id}',
  'DELETE /api/v1/respondents/{respondent}',
  'DELETE /api/v1/customers/{customer}',
  'DELETE /api/v1/imports/{id}',
  'POST /api/v1/surveys/{id}/quarantine/purge',
])

/** Milliseconds for which a sign-in is fresh. */
export const signInIsFreshFor = 2 * 60 * 60_000

/** All that may be asked of a site that was deleted and can still be brought back. */
export const ofDeletedSites: ReadonlySet<ManageRoute> = new Set(['POST /api/v1/sites/{id}/restore'])

/**
 * What an agent with a part of the site may ask, of responses those in the part alone. The names of surveys and tags go with responses;
 * no numbers are among it.
 */
export const withinPart: ReadonlySet<ManageRoute> = new Set([
  'GET /api/v1/sites',
  'GET /api/v1/sites/{id}',
  'DELETE /api/v1/members/me',
  'GET /api/v1/surveys',
  'GET /api/v1/tags',
  'GET /api/v1/views',
  'POST /api/v1/views',
  'GET /api/v1/views/{id}',
  'PATCH /api/v1/views/{id}',
  'DELETE /api/v1/views/{id}',
  'GET /api/v1/responses',
  'GET /api/v1/responses/{id}',
  'PATCH /api/v1/responses/{id}',
  'GET /api/v1/responses/{id}/contacts',
  'GET /api/v1/responses/{id}/history',
  'GET /api/v1/responses/{id}/reply',
  'POST /api/v1/responses/{id}/replies',
  'POST /api/v1/responses/{id}/replies/{reply}/retry',
  'GET /api/v1/responses/{id}/customer',
  'POST /api/v1/responses/status',
  'GET /api/v1/cases',
  'GET /api/v1/cases/counts',
  'GET /api/v1/cases/owners',
  'GET /api/v1/reply-templates',
  'PUT /api/v1/responses/{id}/tags',
  'POST /api/v1/responses/tags',
])
