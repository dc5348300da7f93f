import * as z from 'zod'
import { Category } from './category.ts'
import { limits } from './limits.ts'

/** `next`, `end` and `other` mean something of their own. */
const QuestionId = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'lower-case letters, digits, - and _, at most 40')
  .refine((id) => id !== 'next' && id !== 'end', '"next" and "end" are where a branch may lead')
const ChoiceId = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'lower-case letters, digits, - and _, at most 40')
  .refine((id) => id !== 'other', '"other" is the id of the choice with a text of its own: name it by `other`')
const Wording = z.string().trim().min(1).max(300)
const EndLabel = z.string().trim().max(60)

/** How the points of a scale look. */
export const ScaleStyle = z.enum(['numbers', 'stars', 'smileys'])
export type ScaleStyle = z.infer<typeof ScaleStyle>

/**
 * Where to go after a question. All that is named must hold; a branch that names nothing always holds. The first that
 * holds decides, and without one the next question follows. Only forward, so that every way ends.
 */
const Branch = z.strictObject({
  /** Lowest and highest score of the survey's metric. */
  score: z.tuple([z.int(), z.int()]).optional(),
  category: z.array(Category).min(1).optional(),
  /** Whose answer is looked at; this question's where left out. */
  question: QuestionId.optional(),
  /** One of these is among the answer: ids of choices, points of a rating as text, `yes` of a consent. */
  answer: z.array(z.string().max(40)).min(1).max(limits.choices).optional(),
  /** A later question's id, `next`, or `end`. */
  to: z.union([QuestionId, z.enum(['next', 'end'])]),
})
export type Branch = z.infer<typeof Branch>

const shared = {
  id: QuestionId,
  text: Wording,
  /** Wording that replaces `text` for a category of the score: a promoter is asked what they liked. */
  textBy: z.partialRecord(Category, Wording).optional(),
  branches: z.array(Branch).max(20).optional(),
}
const required = { required: z.boolean().default(false) }

const MetricQuestion = z.strictObject({
  id: z.literal('score'),
  type: z.literal('metric'),
  text: Wording,
  low: EndLabel,
  high: EndLabel,
  style: ScaleStyle.optional(),
  branches: shared.branches,
})

const RatingQuestion = z.strictObject({
  ...shared,
  ...required,
  type: z.literal('rating'),
  /** From 1 to this many. */
  points: z.int().min(2).max(10),
  low: EndLabel,
  high: EndLabel,
  style: ScaleStyle.optional(),
})

const ChoiceQuestion = z.strictObject({
  ...shared,
  ...required,
  type: z.enum(['choice', 'choices']),
  /** `id` is what is stored and counted; `text` may be reworded freely. */
  choices: z
    .array(z.strictObject({ id: ChoiceId, text: z.string().trim().min(1).max(120) }))
    .min(1)
    .max(limits.choices)
    .refine((all) => new Set(all.map((c) => c.id)).size === all.length, 'two choices share an id'),
  /** Words of one more choice, `other`, with a field for what it is: that text is the answer `ID.other`. */
  other: z.string().trim().min(1).max(120).optional(),
})

const TextQuestion = z.strictObject({
  ...shared,
  ...required,
  type: z.literal('text'),
  /** One line instead of a box. */
  short: z.boolean().optional(),
})

/** A box to tick; `text` is what is agreed to, the answer `yes`. */
const ConsentQuestion = z.strictObject({ ...shared, ...required, type: z.literal('consent') })

/** Something to read. It has no answer. */
const Statement = z.strictObject({ ...shared, type: z.literal('statement'), body: z.string().trim().max(1000).optional() })

export const ContactChannel = z.enum(['email', 'phone'])
export type ContactChannel = z.infer<typeof ContactChannel>

/** How to reach the shopper, and what for. Kept apart from the response, for those who call back. */
const ContactQuestion = z.strictObject({
  ...shared,
  ...required,
  type: z.literal('contact'),
  channel: ContactChannel,
  purpose: z.string().trim().min(1).max(300),
})

export const Question = z.discriminatedUnion('type', [
  MetricQuestion,
  RatingQuestion,
  ChoiceQuestion,
  TextQuestion,
  ConsentQuestion,
  Statement,
  ContactQuestion,
])
export type Question = z.infer<typeof Question>
export type ChoiceQuestion = z.infer<typeof ChoiceQuestion>

export const Questions = z
  .array(Question)
  .min(1)
  .max(limits.questions)
  .refine((all) => new Set(all.map((q) => q.id)).size === all.length, 'two questions share an id')
  .refine((all) => all.every((q) => q.type === 'metric' || q.id !== 'score'), '"score" is the metric question\'s id')
