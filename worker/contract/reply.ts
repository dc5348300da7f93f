import * as z from 'zod'
import { limits } from './limits.ts'
import { Name } from './name.ts'
import { SubmissionKey } from './response.ts'

/** One line that says something. */
const Subject = z
  .string()
  .trim()
  .min(1)
  .max(limits.replySubject)
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), 'one line')
const Text = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(limits.reply)
      .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), 'no control characters'),
  )

/** BCP 47. */
const Language = z.string().min(2).max(limits.locale).refine(isLanguage, 'a language tag such as de or pt-BR')

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const templateFields = { name: Name, subject: Subject, text: Text, language: Language }

/** What a reply is begun with; subject and text may hold the places `{first name}`, `{shop}`, `{survey}`, `{score}`, `{comment}`. */
export const CreateReplyTemplate = z.strictObject({ ...templateFields, language: Language.default('en') })
export const PatchReplyTemplate = z.strictObject(templateFields).partial()
export const ReplyTemplate = z.object({
  id: z.string(),
  name: z.string(),
  subject: z.string(),
  text: z.string(),
  language: z.string(),
})
export type ReplyTemplate = z.infer<typeof ReplyTemplate>
/** By name. */
export const ReplyTemplates = z.object({ templates: z.array(ReplyTemplate) })
export type ReplyTemplates = z.infer<typeof ReplyTemplates>

/** A reply and what became of it. Times are ISO. */
export const Reply = z.object({
  id: z.string(),
  subject: z.string(),
  /** On its way, `sent` once a carrier took it, or given up. */
  state: z.enum(['waiting', 'sent', 'failed']),
  /** Why the last attempt failed; '' where none did. Never holds the address. */
  error: z.string(),
  /** The last attempt; null before the first. */
  triedAt: z.string().nullable(),
  /** The next attempt; null where there will be none. */
  dueAt: z.string().nullable(),
})
export type Reply = z.infer<typeof Reply>

/**
 * `key` names this reply: sent again with it, nothing goes out twice. Subject and text as they are to be read; what is left out is the
 * template's, with its places filled.
 */
export const SendReply = z
  .strictObject({
    key: SubmissionKey,
    template: z.string().max(40).optional(),
    subject: Subject.optional(),
    text: Text.optional(),
    language: Language.optional(),
    /** The question the address was left at; the first where it isn't said. */
    contact: z.string().max(40).optional(),
  })
  .refine(({ template, subject, text }) => template !== undefined || (subject !== undefined && text !== undefined), {
    message: 'subject and text, or a template',
  })
export type SendReply = z.infer<typeof SendReply>

/** What a reply to a response would be made of. */
export const ReplyGround = z.object({
  /** Why there can be none, in words; null where there can. */
  refusal: z.string().nullable(),
  /** The addresses left, by the question they were left at. */
  to: z.array(z.object({ question: z.string(), address: z.string() })),
  /** Whose name it comes under, and where answers to it go. */
  from: z.object({ name: z.string(), replyTo: z.string() }),
  /** What stands for the places of a template; '' where it isn't known. */
  places: z.object({
    'first name': z.string(),
    shop: z.string(),
    survey: z.string(),
    score: z.string(),
    comment: z.string(),
  }),
  /** What they had said, as the mail shows it. */
  said: z.object({ day: z.iso.date(), question: z.string(), score: z.string(), comment: z.string() }),
  /** What they answered in. */
  locale: z.string(),
})
export type ReplyGround = z.infer<typeof ReplyGround>
