import * as z from 'zod'
import { Appearance } from './appearance.ts'
import { Metric } from './category.ts'
import { Touchpoint as Named } from './journey.ts'
import { Name } from './name.ts'
import { Problem } from './problem.ts'
import { Question, Questions } from './question.ts'
import { Targeting, TargetingEdit } from './targeting.ts'
import { Thanks } from './thanks.ts'

export const SurveyState = z.enum(['draft', 'live', 'paused', 'closed'])
export type SurveyState = z.infer<typeof SurveyState>

/** BCP 47, as far as surveys need it: `de`, `pt-BR`, `zh-Hant`, `de-x-informal`. */
const LocaleTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/, 'a language tag such as de or pt-BR')

/** The survey's own texts in other languages: by language, then by the key `domain/texts.ts` gives each text. */
const Translations = z
  .record(LocaleTag, z.record(z.string().max(120), z.string().trim().min(1).max(1000)))
  .refine((all) => Object.keys(all).length <= 60, 'at most 60 languages')

/** Languages and how a survey speaks them. */
const language = {
  /** The language its texts are written in. */
  locale: LocaleTag,
  /** Formal (Sie, u) or informal (du, je) address where a language distinguishes. */
  address: z.enum(['formal', 'informal']),
  translations: Translations,
}

/** What a publish freezes; an answer is validated against the definition of the version it names. */
export const Definition = z.strictObject({
  metric: Metric,
  points: z.int().min(0).max(11),
  questions: Questions,
  thanks: Thanks,
  targeting: Targeting,
  appearance: Appearance,
  locale: language.locale,
  address: language.address,
  translations: language.translations,
})
export type Definition = z.infer<typeof Definition>

const Touchpoint = Named.or(z.literal(''))

export const CreateSurvey = z.strictObject({
  name: Name,
  metric: Metric,
  points: z.int().optional(),
  touchpoint: Touchpoint.optional(),
  /** Replaces the metric's standard wording and its follow-up. */
  questions: Questions.optional(),
  thanks: Thanks.optional(),
  /** What is left out takes the field's etiquette. */
  targeting: TargetingEdit.optional(),
  appearance: Appearance.partial().optional(),
  locale: language.locale.optional(),
  address: language.address.optional(),
  translations: language.translations.optional(),
})
export type CreateSurvey = z.infer<typeof CreateSurvey>

export const PatchSurvey = z.strictObject({
  name: Name.optional(),
  /** Before the first publish alone: answers are of one metric. */
  metric: Metric.optional(),
  points: z.int().optional(),
  touchpoint: Touchpoint.optional(),
  questions: Questions.optional(),
  thanks: Thanks.optional(),
  targeting: TargetingEdit.optional(),
  appearance: Appearance.partial().optional(),
  locale: language.locale.optional(),
  address: language.address.optional(),
  translations: language.translations.optional(),
  /** The score to reach, in the unit the metric is told in; null for none. No part of a version: it shows at once. */
  goal: z.number().nullable().optional(),
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
  thanks: Thanks,
  targeting: Targeting,
  appearance: Appearance,
  locale: LocaleTag,
  address: language.address,
  translations: language.translations,
  goal: z.number().nullable(),
  /** What isn't wrong but deserves a second thought. */
  warnings: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** When it was last edited, and by whom; null where an API key did. */
  edited: z.object({ at: z.string(), by: z.string().nullable() }),
})
export type Survey = z.infer<typeof Survey>

export const PublishSurvey = z.strictObject({
  /** The revision that was looked at; 409 if somebody saved since. */
  revision: z.int().optional(),
})

/** Where somebody else saved first: what stands there now, to choose from. */
export const EditConflict = Problem.extend({ current: Survey.optional() })
export type EditConflict = z.infer<typeof EditConflict>

/** What was frozen by a publish. */
export const SurveyVersion = z.object({ version: z.int(), publishedAt: z.string(), definition: Definition })
export type SurveyVersion = z.infer<typeof SurveyVersion>
