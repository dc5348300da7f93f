import { type Issue, lastIssue, nextIssue } from '../domain/digest-period.ts'
import { sha256 } from '../domain/secrets.ts'
import { batch, type Db } from '../store/db.ts'
import { deliveryStatement } from '../store/deliveries.ts'
import { type DigestRow, listDueDigests, periodStatement, updateDigest } from '../store/digests.ts'
import { findSite, type Site } from '../store/sites.ts'
import { aboutIssue } from './digest-content.ts'
import { askedBy, countResponses } from './digest-figures.ts'
import { recipientsOf } from './digest-recipients.ts'

/** Digests of one run; the rest has its turn in the next. */
const most = 100

/**
 * Puts each digest whose time has come on its way, once for a period: the deliveries, under ids made of the digest, the period and the
 * address, stand in the transaction that ends the period. Nothing is sent of a period without a response.
 */
export async function issueDigests(db: Db, now: number, until: number): Promise<void> {
  const failures: unknown[] = []
  for (const digest of await listDueDigests(db, now, most)) {
    if (Date.now() >= until) break
    try {
      const site = await findSite(db, digest.site)
      if (site) await issueDigest(db, site, digest, now)
    } catch (error) {
      // The next one is another's; this one is tried again in a minute.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'a digest could not be made')
}

async function issueDigest(db: Db, site: Site, digest: DigestRow, now: number): Promise<void> {
  const issue = lastIssue(digest, site.timeZone, now)
  const due_at = nextIssue(digest, site.timeZone, now).at
  // Looked at early, as after a change of the site's zone.
  if (digest.period >= issue.period.from) return await updateDigest(db, site.id, digest.id, { due_at })
  const { outcome, to } = await outcomeOf(db, site, digest, issue)
  const about = { site: site.id, type: 'digest.issued', response: null, about: aboutIssue(digest.id, issue.period) }
  const deliveries = to.map(async (email) => {
    const id = `msg_${digest.id.slice(4)}_${issue.period.from}_${(await sha256(email)).slice(0, 16)}`
    return deliveryStatement(db, { ...about, id, channel: 'email', target: email }, now)
  })
  await batch(db, [
    ...(await Promise.all(deliveries)),
    periodStatement(db, digest.id, { period: issue.period.from, outcome, due_at }),
  ])
}

async function outcomeOf(
  db: Db,
  site: Site,
  digest: DigestRow,
  { period }: Issue,
): Promise<{ outcome: 'sent' | 'empty' | 'nobody' | 'gone'; to: string[] }> {
  const asked = await askedBy(db, site, digest)
  if (!asked) return { outcome: 'gone', to: [] }
  if ((await countResponses(db, site, asked, period)) === 0) return { outcome: 'empty', to: [] }
  const to = [...(await recipientsOf(db, digest)).keys()]
  return { outcome: to.length > 0 ? 'sent' : 'nobody', to }
}
