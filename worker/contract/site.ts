import * as z from 'zod'
import { AllBands } from './bands.ts'
import { Email } from './email.ts'
import { Journey } from './journey.ts'
import { limits } from './limits.ts'
import { Name } from './name.ts'
import { strictQuery } from './query.ts'
import { UrlRules } from './targeting.ts'

/** An exact origin, or `https://*.shop.example` for every subdomain. Stored as a browser would send it. */
export const Origin = z
  .string()
  .max(260)
  .transform((text, context) => {
    const origin = normalOrigin(text.trim())
    if (origin) return origin
    context.addIssue({ code: 'custom', message: 'an origin such as https://www.shop.example or https://*.shop.example' })
    return z.NEVER
  })

function normalOrigin(text: string): string | undefined {
  const wildcard = text.replace(/^(https?:\/\/)\*\./i, '$1')
  if (!URL.canParse(wildcard)) return
  const url = new URL(wildcard)
  const bare = (url.protocol === 'https:' || url.protocol === 'http:') && url.pathname === '/' && !url.search && !url.hash
  // A star elsewhere than in front would let in hosts that nobody meant.
  if (!bare || url.username || url.password || url.hostname.includes('*')) return
  if (wildcard === text) return url.origin
  // `*.com` would be everybody.
  return url.hostname.includes('.') ? url.origin.replace('://', '://*.') : undefined
}

export const TimeZone = z.string().max(64).refine(isTimeZone, 'an IANA time zone such as Europe/Berlin')

function isTimeZone(zone: string): boolean {
  try {
    // Offsets such as "+02:00" are accepted by Intl but know no daylight saving: a place is asked for.
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Where a shop serves the tag from an address of its own, as far as the part before `/w/`. Stored as a browser would send it. */
const TagHost = z
  .string()
  .trim()
  .max(260)
  .transform((text, context) => {
    if (text === '') return text
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password)
      return url.origin + url.pathname.replace(/\/$/, '')
    context.addIssue({ code: 'custom', message: 'an address such as https://www.shop.example/earshot' })
    return z.NEVER
  })

/** Words with a meaning of their own: `breakdown=tag` of a report, and the columns of an import. All else stands behind `segment.` there. */
const reserved = ['tag', 'tags', 'id', 'score', 'comment', 'at', 'locale']

/** What is wrong with names of dimensions, in words; those a site has had all along stay. Undefined where nothing is. */
export function reservedNames(names: readonly string[], had: readonly string[] = []): string | undefined {
  const taken = names.filter((name) => reserved.includes(name.toLowerCase()) && !had.includes(name))
  return taken.length > 0 ? `${taken.join(', ')}: no dimension may be called ${reserved.join(', ')}` : undefined
}

/** Built in: touchpoint, device, language, country, source, and location where a link carries one. Any other name is a trait of that name. */
export const Dimensions = z
  .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'letters, digits and _, at most 64'))
  .max(limits.dimensions)
  .refine((all) => new Set(all).size === all.length, 'a dimension is named twice')

/** A new site's. */
export const NewDimensions = Dimensions.superRefine((all, context) => {
  const message = reservedNames(all)
  if (message) context.addIssue({ code: 'custom', message })
})

export const defaultDimensions = ['touchpoint', 'device', 'language', 'country']

const Months = z.int().min(1).max(120)

/** What a site decides for all its surveys. */
export const SiteSettings = z.object({
  /** The shop's page about privacy; '' for none. */
  privacyUrl: z.string().trim().max(2000),
  /** The widget stores and sends nothing before `earshot('consent', true)`. */
  requireConsent: z.boolean(),
  /** The kill switch: while it is on, no survey of the site is shown anywhere. Answers under way still count. */
  silent: z.boolean(),
  /** A change of the address's hash is a change of the page. */
  hashRoutes: z.boolean(),
  /** Pages on which no survey is asked: payment, sign-in. */
  excludedPages: UrlRules,
  /** A shopper's contact is deleted this many days after the case was closed. */
  contactDays: z.int().min(1).max(365),
  /**
   * Months after which a response loses who gave it and what they typed, and after which it is deleted with its counts; null for never.
   * Counted back from the site's own day.
   */
  anonymiseMonths: Months.nullable(),
  keepMonths: Months.nullable(),
  /** E-mail addresses, phone, card and account numbers in what shoppers type are replaced before anything is stored. */
  redact: z.boolean(),
  /** Answers without a signed order that none used before are set aside; not those by a key, a personal link or a file. */
  verifiedOnly: z.boolean(),
  /** Where shoppers' answers to replies go; '' while none can be written. */
  replyTo: Email.or(z.literal('')),
  /** In place of this server's own address; '' for that. Below one of the site's origins. */
  tagHost: TagHost,
  /** Of the dimensions that are numbers. They hold from now on. */
  bands: AllBands,
  journey: Journey,
})
export type SiteSettings = z.infer<typeof SiteSettings>

export const standardSettings: SiteSettings = {
  privacyUrl: '',
  requireConsent: false,
  silent: false,
  hashRoutes: false,
  excludedPages: [],
  contactDays: 30,
  anonymiseMonths: null,
  keepMonths: null,
  redact: true,
  verifiedOnly: false,
  replyTo: '',
  tagHost: '',
  bands: [],
  journey: [],
}

export const SiteView = SiteSettings.extend({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  timeZone: z.string(),
  dimensions: z.array(z.string()),
  demo: z.boolean(),
  /** Until when an owner may bring it back; null where it isn't deleted. */
  restorableUntil: z.iso.datetime().nullable(),
})
export type SiteView = z.infer<typeof SiteView>

export const PatchSite = z.strictObject({
  name: Name.optional(),
  origins: z.array(Origin).min(1).max(50).optional(),
  dimensions: Dimensions.optional(),
  /** From now on; days that are fixed stay, and reports mark the change. */
  timeZone: TimeZone.optional(),
  ...SiteSettings.partial().shape,
})
export type PatchSite = z.infer<typeof PatchSite>

const months = z.coerce.number().pipe(Months)

export const RetentionQuery = strictQuery({ anonymiseMonths: months.optional(), keepMonths: months.optional() }, [])

/** Responses that are too old. */
export const Retention = z.object({ deleted: z.int(), anonymised: z.int() })
export type Retention = z.infer<typeof Retention>

export const Outcomes = z.object({ days: z.array(z.object({ day: z.iso.date(), outcomes: z.record(z.string(), z.int()) })) })
export type Outcomes = z.infer<typeof Outcomes>
