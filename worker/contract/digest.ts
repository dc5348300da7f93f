import * as z from 'zod'
import { Conditions } from './conditions.ts'
import { Email } from './email.ts'
import { limits } from './limits.ts'
import { Name } from './name.ts'
import { Fault } from './problem.ts'

export const Frequency = z.enum(['weekly', 'monthly'])
export type Frequency = z.infer<typeof Frequency>

/** Languages that digests are written in. */
export const DigestLanguage = z.enum(['en', 'de', 'nl'])
export type DigestLanguage = z.infer<typeof DigestLanguage>

const fields = {
  name: Name,
  frequency: Frequency,
  /** Of the week, Monday being 1, or of the month up to the 28th: when the period before is told. */
  day: z.int().min(1).max(28),
  /** Of the site's day. */
  hour: z.int().min(0).max(23),
  language: DigestLanguage,
  conditions: Conditions,
  /** A saved view in place of conditions. */
  view: z.string().max(64).nullable(),
  /** Members. */
  people: z.array(z.string().max(64)).max(limits.digestRecipients),
  /** Addresses of others. */
  addresses: z.array(Email).max(limits.digestRecipients),
  active: z.boolean(),
}

export const CreateDigest = z.strictObject({
  ...fields,
  day: fields.day.default(1),
  hour: fields.hour.default(8),
  /** Left out: that of the site's newest survey, where there are words in it. */
  language: fields.language.optional(),
  conditions: fields.conditions.default({}),
  view: fields.view.default(null),
  people: fields.people.default([]),
  addresses: fields.addresses.default([]),
  active: fields.active.default(true),
})
export type CreateDigest = z.infer<typeof CreateDigest>
export const PatchDigest = z.strictObject(fields).partial()
export type PatchDigest = z.infer<typeof PatchDigest>

export const DigestOutcome = z.enum(['sent', 'empty', 'nobody', 'gone'])
export type DigestOutcome = z.infer<typeof DigestOutcome>

export const Digest = z.object({
  ...fields,
  id: z.string(),
  name: z.string(),
  addresses: z.array(z.string()),
  /** Of its recipients those who unsubscribed; only they themselves subscribe again. */
  unsubscribed: z.array(z.string()),
  /** What it names that the site no longer has: until that is back, or the digest is changed, nothing is sent. */
  gone: z.array(Fault),
  /** What became of the last period; null before the first. Nothing is sent of an `empty` one. */
  last: z.object({ from: z.iso.date(), outcome: DigestOutcome }).nullable(),
  /** When the next one is sent, and of which days; null while it is paused. */
  next: z.object({ at: z.string(), from: z.iso.date(), to: z.iso.date() }).nullable(),
  createdAt: z.string(),
})
export type Digest = z.infer<typeof Digest>

/** `mails`: the installation can send mail, and knows its own address, which links in mails need. Without that nothing is sent. */
const mails = z.boolean()
export const Digests = z.object({ digests: z.array(Digest), mails })
export type Digests = z.infer<typeof Digests>

export const SentDigest = z.object({ to: z.string(), mails })
export type SentDigest = z.infer<typeof SentDigest>
