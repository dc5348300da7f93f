import type { PatchSite, SiteView } from '../../worker/contract/site.ts'
import { call } from './api.ts'
import { loadMe, ofSite, site } from './session.ts'

/** Saves settings of the site and shows them everywhere as they now are. Throws `Refused`. */
export async function saveSite(change: PatchSite): Promise<void> {
  await call<SiteView>('PATCH', ofSite(`/api/v1/sites/${site.value?.id}`), change)
  await loadMe()
}
