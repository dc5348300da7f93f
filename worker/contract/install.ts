import * as z from 'zod'

export const CreateCheck = z.strictObject({
  /** The page of the shop to be looked at. */
  url: z.url({ protocol: /^https?$/, hostname: /^.{1,253}$/ }).max(2000),
})

/** What a loader found on a page that was opened to be looked at. */
const Found = z.object({
  at: z.string(),
  /** Where it ran. */
  origin: z.string(),
  /** Whether answers from there are taken. */
  allowed: z.boolean(),
  /** Whether the page lets it send anything; its policy may not. */
  connects: z.boolean(),
  /** Where the site waits for consent: whether the page has given it. */
  consent: z.enum(['given', 'waiting']).optional(),
  /** The key of another site's tag that came first on the page: it does the asking there. */
  other: z.string().optional(),
})
export type Found = z.infer<typeof Found>

const Stranger = z.object({ at: z.string(), key: z.string() })
export type Stranger = z.infer<typeof Stranger>

export const Check = z.object({
  id: z.string(),
  /** Of the page asked about. */
  origin: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  found: Found.nullable(),
  /** A tag with a key that isn't this site's was asked for by a page of that origin. */
  stranger: Stranger.nullable(),
})
export type Check = z.infer<typeof Check>

/** With the address that carries the check's secret; it is shown this once. */
export const CreatedCheck = Check.extend({ url: z.string() })
export type CreatedCheck = z.infer<typeof CreatedCheck>

/** When pages last asked for the loader, by their origin, to the hour; to two seconds while a check is about. */
export const Sightings = z.object({ sightings: z.array(z.object({ origin: z.string(), at: z.string() })) })
export type Sightings = z.infer<typeof Sightings>

/** `POST /v1/checks`: the loader tells what it found. */
export const SendCheck = z.looseObject({
  site: z.string().max(64),
  check: z.string().max(64),
  consent: z.enum(['given', 'waiting']).optional().catch(undefined),
  other: z.string().max(64).optional().catch(undefined),
})
