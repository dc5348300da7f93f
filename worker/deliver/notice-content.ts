import { isNoticed, noticeWords } from '../domain/notices.ts'
import type { Env } from '../env.ts'
import { noticeLetter } from '../mail/letters.ts'
import { findLine } from '../store/audit.ts'
import type { Db } from '../store/db.ts'
import type { Delivery } from '../store/deliveries.ts'
import { findSite, siteView } from '../store/sites.ts'
import type { Content } from './contents.ts'

/** To owners and whoever did it: what takes data out of a site, lets somebody in or ends it. */
export async function noticeContent(db: Db, { site, about }: Delivery, { PUBLIC_URL }: Env): Promise<Content | undefined> {
  const [shop, line] = await Promise.all([findSite(db, site), findLine(db, site, Number(about))])
  if (!shop || !line || !isNoticed(line.action)) return
  const did = noticeWords[line.action]
  const { restorableUntil } = siteView(shop)
  // Of the end alone: a download may be told when the site is deleted already.
  const until = line.action === 'DELETE /api/v1/sites/{id}' && restorableUntil
  const back = until ? timeThere(Date.parse(until), shop.timeZone) : null
  const page = back === null ? '/settings/log' : '/'
  const log = URL.canParse(PUBLIC_URL) ? new URL(`${page}?site=${encodeURIComponent(site)}`, PUBLIC_URL).href : undefined
  const at = timeThere(line.at, shop.timeZone)
  return { data: {}, text: '', letter: noticeLetter({ site: shop.name, name: line.name, did, at, back, log }) }
}

/** "Monday 23 November 2026 at 20:15 (Europe/Berlin)" */
function timeThere(at: number, timeZone: string): string {
  const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at)
  return `${written} (${timeZone})`
}
