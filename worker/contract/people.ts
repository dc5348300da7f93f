import * as z from 'zod'
import { NewDimensions, Origin, SiteView, TimeZone } from './site.ts'

/** From least to most: each role may do what the one before it may. */
export const Role = z.enum(['viewer', 'agent', 'manager', 'owner'])
export type Role = z.infer<typeof Role>

/** One account rule everywhere: trimmed, lower case, plain ASCII without control characters. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
const Name = z.string().trim().min(1).max(120)

export const Setup = z.strictObject({
  token: z.string().max(256),
  email: Email,
  name: Name,
  site: z.strictObject({
    name: Name,
    origins: z.array(Origin).min(1).max(50),
    timeZone: TimeZone,
    dimensions: NewDimensions.optional(),
  }),
})
export type Setup = z.infer<typeof Setup>

export const SetupDone = z.object({
  site: z.object({ id: z.string(), key: z.string() }),
  apiKey: z.string(),
  loginUrl: z.string(),
})

export const LoginRequest = z.strictObject({ email: Email })

export const Me = z.object({
  person: z.object({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
  sites: z.array(SiteView.extend({ role: Role })),
})
export type Me = z.infer<typeof Me>

export const Member = z.object({ id: z.string(), email: z.string(), name: z.string(), role: Role, createdAt: z.string() })
export type Member = z.infer<typeof Member>
export const InviteMember = z.strictObject({ email: Email, name: Name, role: Role })
/** `loginUrl` only for a person who was new: nobody gets a link into somebody else's account. */
export const InvitedMember = Member.extend({ loginUrl: z.string().nullable() })
export const PatchMember = z.strictObject({ role: Role })

export const Session = z.object({
  id: z.string(),
  agent: z.string(),
  current: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type Session = z.infer<typeof Session>

export const ApiKey = z.object({ id: z.string(), name: z.string(), role: Role, createdAt: z.string() })
export type ApiKey = z.infer<typeof ApiKey>
export const CreateApiKey = z.strictObject({ name: Name, role: Role })
/** The key itself, shown once. */
export const CreatedApiKey = ApiKey.extend({ key: z.string() })
