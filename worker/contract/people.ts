import * as z from 'zod'
import { Email } from './email.ts'
import { limits } from './limits.ts'
import { Name } from './name.ts'
import { strictQuery } from './query.ts'
import { NewDimensions, Origin, SiteView, TimeZone } from './site.ts'

/** From least to most: each role may do what the one before it may. */
export const Role = z.enum(['viewer', 'agent', 'manager', 'owner'])
export type Role = z.infer<typeof Role>

export const NewSite = z.strictObject({
  name: Name,
  origins: z.array(Origin).min(1).max(50),
  timeZone: TimeZone,
  dimensions: NewDimensions.optional(),
})

export const Setup = z.strictObject({
  token: z.string().max(256),
  email: Email,
  name: Name,
  site: NewSite,
})
export type Setup = z.infer<typeof Setup>

export const SetupDone = z.object({
  site: z.object({ id: z.string(), key: z.string() }),
  apiKey: z.string(),
  loginUrl: z.string(),
})

export const LoginRequest = z.strictObject({ email: Email })

/**
 * What of the site an agent sees: by dimension, the values a response may have there. Where several dimensions are named it has one of
 * each. Null is all of the site.
 */
export const Part = z
  .record(z.string(), z.array(z.string().min(1).max(limits.traitValue)).min(1).max(limits.valuesPerDimension))
  .refine((part) => Object.keys(part).length > 0, 'names a dimension, or is null')
  .nullable()
export type Part = z.infer<typeof Part>

export const MeQuery = strictQuery({ site: z.string().optional() }, [])
export const Me = z.object({
  person: z.object({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
  sites: z.array(SiteView.extend({ role: Role, part: Part })),
  /** Until when what takes data out or away may be asked without signing in again; null for a key, which always may. */
  freshUntil: z.string().nullable(),
  /** From when a download may begin at the site that was asked for, after as many as an hour allows; null where at once. */
  downloadFrom: z.iso.datetime().nullable(),
})
export type Me = z.infer<typeof Me>

export const Member = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: Role,
  part: Part,
  createdAt: z.string(),
})
export type Member = z.infer<typeof Member>
/** A part that isn't named stays with an agent, and goes with any other role. */
export const PatchMember = z.strictObject({ role: Role, part: Part.optional() })

export const Invite = z.strictObject({ email: Email, role: Role, part: Part.default(null) })
export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  part: Part,
  /** Who invited; null for an API key. */
  author: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type Invitation = z.infer<typeof Invitation>
/** The link, shown once; `mailed`: it is on its way to the address. */
export const CreatedInvitation = Invitation.extend({ url: z.string(), mailed: z.boolean() })
export type CreatedInvitation = z.infer<typeof CreatedInvitation>

const token = z.string().max(64)
export const OpenInvitation = z.strictObject({ token })
/** What its link says to whoever holds it: the same whether or not the address is known here. */
export const OpenedInvitation = Invitation.pick({ email: true, role: true, part: true, expiresAt: true }).extend({
  site: z.string(),
})
export type OpenedInvitation = z.infer<typeof OpenedInvitation>
export const AcceptInvitation = z.strictObject({ token, name: Name })

export const Session = z.object({
  id: z.string(),
  agent: z.string(),
  current: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type Session = z.infer<typeof Session>

/**
 * What a key may do: `read` whatever a viewer may, `inbox` what an agent does with responses, `manage` surveys, tags, notes and links,
 * `import`, `export`, `send` responses from a server, `admin` what owners do.
 */
export const KeyScope = z.enum(['read', 'inbox', 'manage', 'import', 'export', 'send', 'admin'])
export type KeyScope = z.infer<typeof KeyScope>

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(KeyScope),
  createdAt: z.string(),
  /** To the day; null while it never was. */
  usedAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
/** A role stands for all its scopes. */
export const CreateApiKey = z.strictObject({ name: Name, scopes: z.array(KeyScope).min(1).optional(), role: Role.optional() })
/** The key itself, shown once. */
export const CreatedApiKey = ApiKey.extend({ key: z.string() })
export type CreatedApiKey = z.infer<typeof CreatedApiKey>
