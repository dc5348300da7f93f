import * as z from 'zod'
import { limits } from './limits.ts'

export const Metric = z.enum(['nps', 'csat', 'ces', 'none'])
export type Metric = z.infer<typeof Metric>

export const SurveyState = z.enum(['draft', 'live', 'paused', 'closed'])
export type SurveyState = z.infer<typeof SurveyState>

/** What one answer to a metric question says: the upper, middle or lower part of its scale. */
export const Category = z.enum(['promoter', 'passive', 'detractor', 'satisfied', 'neutral', 'dissatisfied', 'easy', 'difficult'])
export type Category = z.infer<typeof Category>

const QuestionId = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'lower-case letters, digits, - and _, at most 40')
const Wording = z.string().trim().min(1).max(300)

const MetricQuestion = z.strictObject({
  id: z.literal('score'),
  type: z.literal('metric'),
  text: Wording,
  low: z.string().trim().max(60),
  high: z.string().trim().max(60),
})

const TextQuestion = z.strictObject({
  id: QuestionId,
  type: z.literal('text'),
  text: Wording,
  /** Wording that replaces `text` for a category of the score: a promoter is asked what they liked. */
  textBy: z.partialRecord(Category, Wording).optional(),
  required: z.boolean().default(false),
})

const ChoiceQuestion = z.strictObject({
  id: QuestionId,
  type: z.enum(['choice', 'choices']),
  text: Wording,
  /** `id` is what is stored and counted; `text` may be reworded freely. */
  choices: z
    .array(z.strictObject({ id: QuestionId, text: z.string().trim().min(1).max(120) }))
    .min(2)
    .max(limits.choices)
    .refine((all) => new Set(all.map((c) => c.id)).size === all.length, 'two choices share an id'),
  required: z.boolean().default(false),
})

export const Question = z.discriminatedUnion('type', [MetricQuestion, TextQuestion, ChoiceQuestion])
export type Question = z.infer<typeof Question>
export type ChoiceQuestion = z.infer<typeof ChoiceQuestion>

const Questions = z
  .array(Question)
  .min(1)
  .max(limits.questions)
  .refine((all) => new Set(all.map((q) => q.id)).size === all.length, 'two questions share an id')
  .refine((all) => all.every((q) => q.type === 'metric' || q.id !== 'score'), '"score" is the metric question\'s id')

/** A path with `*` for any run of characters: `/order/*`. */
const PathPattern = z.string().regex(/^\/\S{0,199}$/, 'a path that starts with /')

/** Who is asked, when and where. Days count from the shopper's last answer, dismissal or display. */
export const Targeting = z.strictObject({
  include: z.array(PathPattern).max(50),
  exclude: z.array(PathPattern).max(50),
  delaySeconds: z.number().min(0).max(3600),
  daysAfterAnswer: z.int().min(0).max(3650),
  daysAfterDismissal: z.int().min(0).max(3650),
  daysAcrossSurveys: z.int().min(0).max(3650),
})
export type Targeting = z.infer<typeof Targeting>

export const Appearance = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark']),
  brand: z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #2b7a78'),
  corner: z.enum(['bottom-right', 'bottom-left']),
})
export type Appearance = z.infer<typeof Appearance>

/** What a publish freezes; an answer is validated against the definition of the version it names. */
export const Definition = z.strictObject({
  metric: Metric,
  points: z.int().min(0).max(11),
  questions: Questions,
  thanks: z.strictObject({ title: z.string().trim().min(1).max(120), text: z.string().trim().max(300) }),
  targeting: Targeting,
  appearance: Appearance,
})
export type Definition = z.infer<typeof Definition>

const Name = z.string().trim().min(1).max(120)
const Touchpoint = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'lower-case letters, digits, - and _, at most 64')
  .or(z.literal(''))

export const CreateSurvey = z.strictObject({
  name: Name,
  metric: Metric,
  points: z.int().optional(),
  touchpoint: Touchpoint.optional(),
  /** Replaces the metric's standard wording and its follow-up. */
  questions: Questions.optional(),
  thanks: Definition.shape.thanks.optional(),
  /** What is left out takes the field's etiquette. */
  targeting: Targeting.partial().optional(),
  appearance: Appearance.partial().optional(),
})
export type CreateSurvey = z.infer<typeof CreateSurvey>

export const PatchSurvey = z.strictObject({
  name: Name.optional(),
  touchpoint: Touchpoint.optional(),
  questions: Questions.optional(),
  thanks: Definition.shape.thanks.optional(),
  targeting: Targeting.partial().optional(),
  appearance: Appearance.partial().optional(),
  /** The revision this edit started from; 409 if somebody else saved since. */
  revision: z.int().optional(),
})
export type PatchSurvey = z.infer<typeof PatchSurvey>

export const Survey = z.object({
  id: z.string(),
  name: z.string(),
  metric: Metric,
  points: z.int(),
  touchpoint: z.string(),
  state: SurveyState,
  version: z.int(),
  revision: z.int(),
  questions: z.array(Question),
  thanks: Definition.shape.thanks,
  targeting: Targeting,
  appearance: Appearance,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Survey = z.infer<typeof Survey>
