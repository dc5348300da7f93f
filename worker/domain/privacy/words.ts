import type { SiteSettings } from '../../contract/site.ts'
import { neverKept, redacted, type Until } from './kept.ts'

/** What of a site's settings decides what is kept and how long. */
export type Keeping = Pick<SiteSettings, 'contactDays' | 'anonymiseMonths' | 'keepMonths' | 'redact'>

/** What is not kept, by the site's settings. */
export const neverKeptBy = (keeping?: Keeping): string[] => [
  ...neverKept,
  ...(keeping?.redact === false ? [] : [keeping ? redacted : `${redacted} A site’s owner may switch that off.`]),
]

/** How long something stays, in words; of no site in particular where `keeping` is left out. */
export function untilWords(until: Until, keeping?: Keeping): string {
  if (until === 'kept') return keptWords(keeping)
  if (until === 'contact') return contactWords(keeping)
  return isSooner.has(until) ? `${fixed[until]}${soonerWords(keeping)}` : fixed[until]
}

/** What goes when the person goes out of the answers, if that is sooner. */
const isSooner: ReadonlySet<Until> = new Set(['clock', 'link', 'order'])

function soonerWords(keeping: Keeping | undefined): string {
  if (!keeping) return ', or sooner by the site’s settings'
  const all = [keeping.anonymiseMonths, keeping.keepMonths].filter((n) => n !== null)
  return all.length > 0 ? `, or for ${months(Math.min(...all))} where that is sooner` : ''
}

const fixed: Record<Exclude<Until, 'kept' | 'contact'>, string> = {
  clock: 'Two years after it last changed',
  order: 'Until the shop erases it',
  link: 'Until the link can no longer be used, and a week',
  day: 'The salt until the end of the day, in UTC',
  delivery: 'At most 30 days',
  imported: 'Until the file is stored, as a rule minutes',
  erased: 'Until the shop erases it',
  member: 'Until they leave the site or the work is deleted',
  session: '30 days at most; links 15 minutes, invitations a week',
  site: 'As long as the site, and a week',
}

function keptWords(keeping: Keeping | undefined): string {
  if (!keeping)
    return 'As the site says in its settings: for so many months, without the person after so many, or until it is erased'
  const { anonymiseMonths, keepMonths } = keeping
  const told = [
    anonymiseMonths === null ? '' : `After ${months(anonymiseMonths)} without anything that says who it was`,
    keepMonths === null ? '' : `${anonymiseMonths === null ? 'Deleted' : 'deleted'} after ${months(keepMonths)}`,
  ].filter(Boolean)
  return told.length > 0 ? told.join('; ') : 'Until the shop erases it'
}

const contactWords = (keeping: Keeping | undefined) =>
  `Until ${keeping ? days(keeping.contactDays) : 'some days (30, unless the site says otherwise)'} after it was dealt with, or as long as the answer`

const months = (n: number) => (n === 1 ? 'one month' : `${n} months`)
const days = (n: number) => (n === 1 ? 'one day' : `${n} days`)
