import type { AuditLine } from '../../worker/contract/audit.ts'
import { noticeWords } from '../../worker/domain/notices.ts'

/** What was done, by the route it was done with. */
export const auditWords: Record<string, string> = {
  ...noticeWords,
  'POST /api/v1/sites': 'added a site',
  'PATCH /api/v1/sites/{id}': 'changed the site',
  'POST /api/v1/sites/{id}/restore': 'brought the site back',
  'GET /api/v1/respondents/{respondent}/export': 'took out all that is kept of a customer',
  'DELETE /api/v1/respondents/{respondent}': 'erased a customer',
  'DELETE /api/v1/respondents/{respondent}/clocks': 'forgot when a customer was asked',
  'DELETE /api/v1/members/me': 'left',
  'DELETE /api/v1/members/{id}': 'removed a member',
  'DELETE /api/v1/invitations/{id}': 'took an invitation back',
  'POST /api/v1/invitations/accept': 'joined',
  'DELETE /api/v1/keys/{id}': 'revoked an API key',
  'DELETE /api/v1/webhooks/{id}': 'removed a webhook',
  'POST /api/v1/webhooks/{id}/test': 'tested a webhook',
  'POST /api/v1/webhooks/{id}/deliveries/{delivery}/replay': 'sent a delivery again to a webhook',
  'POST /api/v1/webhooks/{id}/replay': 'sent what failed again to a webhook',
  'POST /api/v1/inbox-rules': 'added a rule of the inbox',
  'PATCH /api/v1/inbox-rules/{id}': 'changed a rule of the inbox',
  'DELETE /api/v1/inbox-rules/{id}': 'deleted a rule of the inbox',
  'POST /api/v1/inbox-rules/{id}/apply': 'applied a rule of the inbox to the past 30 days',
  'POST /api/v1/reply-templates': 'made a template for replies',
  'PATCH /api/v1/reply-templates/{id}': 'changed a template for replies',
  'DELETE /api/v1/reply-templates/{id}': 'deleted a template for replies',
  'POST /api/v1/surveys': 'made a survey',
  'PATCH /api/v1/surveys/{id}': 'edited',
  'POST /api/v1/surveys/{id}/publish': 'published',
  'POST /api/v1/surveys/{id}/pause': 'paused',
  'POST /api/v1/surveys/{id}/close': 'closed',
  'POST /api/v1/surveys/{id}/previews': 'made a link to the draft of',
  'DELETE /api/v1/surveys/{id}/previews/{preview}': 'revoked a link to the draft of',
  'DELETE /api/v1/surveys/{id}/tests': 'deleted the test answers of',
  'POST /api/v1/surveys/{id}/quarantine/restore': 'let in answers that were held back of',
  'POST /api/v1/surveys/{id}/quarantine/purge': 'erased answers that were held back of',
  'POST /api/v1/surveys/{id}/shares': 'shared the report of',
  'DELETE /api/v1/surveys/{id}/shares/{share}': 'revoked a link to the report of',
  'POST /api/v1/surveys/{id}/links': 'made personal links to',
  'POST /api/v1/surveys/{id}/links.csv': 'made personal links from a file to',
  'DELETE /api/v1/surveys/{id}/links/{link}': 'revoked a personal link to',
  'DELETE /api/v1/surveys/{id}/links': 'revoked all personal links to',
  'POST /api/v1/alerts': 'made an alert',
  'PATCH /api/v1/alerts/{id}': 'changed an alert',
  'DELETE /api/v1/alerts/{id}': 'deleted an alert',
  'POST /api/v1/alerts/{id}/test': 'tried an alert',
  'POST /api/v1/digests': 'made a digest',
  'PATCH /api/v1/digests/{id}': 'changed a digest',
  'DELETE /api/v1/digests/{id}': 'deleted a digest',
  'POST /api/v1/digests/{id}/send': 'tried a digest',
  'POST /api/v1/notes': 'wrote a note',
  'PATCH /api/v1/notes/{id}': 'changed a note',
  'DELETE /api/v1/notes/{id}': 'deleted a note',
  'POST /api/v1/customers': 'told of customers from a file',
  'PUT /api/v1/customers/{customer}': 'told of a customer',
  'DELETE /api/v1/customers/{customer}': 'forgot what was told of a customer',
  'POST /api/v1/orders': 'told of orders',
  'POST /api/v1/catalogue': 'added products to the catalogue',
  'DELETE /api/v1/catalogue': 'deleted the catalogue',
  'DELETE /api/v1/responses/{id}': 'erased a response',
  'POST /api/v1/tags': 'made a tag',
  'PATCH /api/v1/tags/{id}': 'changed a tag',
  'DELETE /api/v1/tags/{id}': 'archived a tag',
  'POST /api/v1/tags/{id}/merge': 'merged a tag',
  'POST /api/v1/tags/starter': 'added the tags to begin with',
  'POST /api/v1/tags/retrain': 'let the tags learn',
  'POST /api/v1/tags/rollback': 'went back to an earlier version of what tags learned',
  'GET /api/v1/exports/responses.csv': 'exported responses (CSV)',
  'GET /api/v1/exports/responses.ndjson': 'exported responses (NDJSON)',
  'POST /api/v1/imports': 'imported responses',
  'DELETE /api/v1/imports/{id}': 'undid an import',
  retention: 'took away answers that are no longer kept',
}

/** How an attempt ended, where nothing came of it; '' where something did. */
export function endWords({ status }: Pick<AuditLine, 'status'>): string {
  if (status === null) return 'under way, or cut off'
  if (status < 400) return ''
  return status === 403 ? 'not allowed' : status === 401 ? 'asked to sign in again' : status >= 500 ? 'failed' : 'refused'
}

type Value = NonNullable<AuditLine['changes'][string]>[number]

/** A value as it is told: yes and no, and "nothing" for what was not there. */
export function valueWords(value: Value): string {
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
