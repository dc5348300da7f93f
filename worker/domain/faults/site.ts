import { type PatchSite, reservedNames, type SiteSettings } from '../../contract/site.ts'
import { isWebLink } from '../link.ts'
import type { Fault } from './fault.ts'
import { urlFaults } from './targeting.ts'

/** What the worker itself knows of a request: words and places, never numbers. */
const builtIn = ['touchpoint', 'device', 'language', 'country', 'source', 'location']

interface Current {
  origins: readonly string[]
  dimensions: readonly string[]
  settings: Pick<SiteSettings, 'journey' | 'anonymiseMonths' | 'keepMonths'>
}

/** What is wrong with a change of a site's settings, beyond each value by itself. `asked`: touchpoints that open surveys stand on. */
export function siteFaults(change: PatchSite, site: Current, asked: readonly string[]): Fault[] {
  const faults: Fault[] = []
  const add = (pointer: string, detail: string) => void faults.push({ pointer, detail })
  if (change.privacyUrl && !isWebLink(change.privacyUrl)) add('/privacyUrl', 'a web address such as https://shop.example/privacy')
  faults.push(...urlFaults(change.excludedPages ?? [], '/excludedPages'))
  const reserved = reservedNames(change.dimensions ?? [], site.dimensions)
  if (reserved) add('/dimensions', reserved)
  const dimensions = change.dimensions ?? site.dimensions
  for (const [i, { dimension }] of (change.bands ?? []).entries()) {
    if (builtIn.includes(dimension)) add(`/bands/${i}/dimension`, `${dimension} is no trait and no number`)
    else if (!dimensions.includes(dimension)) add(`/bands/${i}/dimension`, `${dimension} is no dimension of this site`)
    else if (change.bands?.some((other, j) => j < i && other.dimension === dimension))
      add(`/bands/${i}/dimension`, `${dimension} has bands already`)
  }
  // Whatever is loaded from there runs on the shop's pages.
  if (change.tagHost && !(change.origins ?? site.origins).includes(new URL(change.tagHost).origin))
    add('/tagHost', "below one of the site's own origins")
  const { anonymiseMonths: sooner, keepMonths: later } = { ...site.settings, ...change }
  if (sooner != null && later != null && sooner >= later)
    add(
      change.anonymiseMonths === undefined ? '/keepMonths' : '/anonymiseMonths',
      'people are taken out of answers before those are deleted: fewer months',
    )
  const { journey } = change
  const goes = site.settings.journey.filter(({ id }) => journey && !journey.some((one) => one.id === id))
  const lost = goes.filter(({ id }) => asked.includes(id)).map(({ name }) => name)
  if (lost.length > 0) add('/journey', `surveys stand on ${lost.join(', ')}`)
  return faults
}
