import * as z from 'zod'
import { limits } from './limits.ts'
import { ResponseItem } from './response.ts'

/** Words or a phrase, taken literally: `late`, `didn't arrive`, `deliver*`. */
export const Phrase = z.string().trim().min(1).max(limits.phrase)

/** A comment fits where one of `any` (if there are some) and each of `all` is in it, and none of `not`. */
export const Rule = z.strictObject({
  any: z.array(Phrase).default([]),
  all: z.array(Phrase).default([]),
  not: z.array(Phrase).default([]),
})
export type Rule = z.infer<typeof Rule>

/** A comment is tagged where one of them fits. */
export const Rules = z.array(Rule).max(limits.rulesPerTag)

/** Names of a palette, which the dashboard draws in light and dark. */
export const TagColour = z.enum(['slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'indigo', 'purple', 'pink'])
export type TagColour = z.infer<typeof TagColour>

/** Lists of names, as files have them, are cut at commas and semicolons. */
const TagName = z
  .string()
  .trim()
  .min(1)
  .max(limits.tagName)
  .regex(/^[^,;]*$/, 'without commas and semicolons')
const Description = z.string().trim().max(limits.tagDescription)

export const Tag = z.object({
  id: z.string(),
  name: z.string(),
  colour: TagColour,
  description: z.string(),
  rules: z.array(Rule),
  /** No longer given to comments, nor shown; what it was given to is kept, and it can be taken up again. */
  archived: z.boolean(),
  createdAt: z.string(),
})
export type Tag = z.infer<typeof Tag>

export const CreateTag = z.strictObject({
  name: TagName,
  colour: TagColour.optional(),
  description: Description.default(''),
  rules: Rules.default([]),
})
export type CreateTag = z.infer<typeof CreateTag>

export const PatchTag = z.strictObject({
  name: TagName.optional(),
  colour: TagColour.optional(),
  description: Description.optional(),
  rules: Rules.optional(),
  archived: z.boolean().optional(),
})
export type PatchTag = z.infer<typeof PatchTag>

/** How far the past has been tagged anew since the tags were changed last. */
export const Retagging = z.object({ state: z.enum(['idle', 'running']), done: z.int(), total: z.int() })
export type Retagging = z.infer<typeof Retagging>

export const Tags = z.object({ tags: z.array(Tag), retagging: Retagging })
export type Tags = z.infer<typeof Tags>

/** Everything the tag was given to gets `into` instead, corrections too; afterwards the tag is gone. */
export const MergeTag = z.strictObject({ into: z.string() })

/** `tag`: the tag whose rules these would replace, to say what that changes. */
export const PreviewRules = z.strictObject({ rules: Rules, tag: z.string().optional() })
export type PreviewRules = z.infer<typeof PreviewRules>

/** What rules would do to the newest comments. Whatever somebody decided by hand stays as it is. */
export const RulesPreview = z.object({
  matched: z.int(),
  of: z.int(),
  /** Beside what is tagged today. */
  added: z.int(),
  removed: z.int(),
  samples: z.array(
    z.object({
      response: z.string(),
      comment: z.string(),
      change: z.enum(['added', 'kept', 'removed']),
      /** Where in the comment the deciding words stand, in UTF-16 units. */
      marks: z.array(z.tuple([z.int(), z.int()])),
    }),
  ),
})
export type RulesPreview = z.infer<typeof RulesPreview>

/** A ready-made set of tags for shops, in the languages of its rules. */
export const StarterTags = z.object({ tags: z.array(CreateTag) })
export type StarterTags = z.infer<typeof StarterTags>

/** Between 0 and 1; null where there is nothing to divide by. */
const Share = z.number().nullable()

/** How well a tag is given, judged by the corrections through cross-validation. */
export const TagLearning = z.object({
  id: z.string(),
  name: z.string(),
  /** What gives the tag today: its rules alone, what was learned, with the rules as one of its features, or the rules and where it is sure that too. */
  source: z.enum(['rules', 'learned', 'both']),
  /** Corrections that say the tag belongs, and all that were judged. */
  positives: z.int(),
  judged: z.int(),
  precision: Share,
  recall: Share,
  f1: Share,
  /** The rules' own, on the same corrections. */
  rulesF1: Share,
})
export type TagLearning = z.infer<typeof TagLearning>

export const Learning = z.object({
  state: z.enum(['idle', 'running']),
  /** Of the model in use; 0 before the first. */
  version: z.int(),
  /** Corrections since it was made. */
  corrections: z.int(),
  tags: z.array(TagLearning),
  /** Those that can be rolled back to, the newest first. */
  versions: z.array(z.object({ version: z.int(), madeAt: z.string(), corrections: z.int() })),
})
export type Learning = z.infer<typeof Learning>

export const Rollback = z.strictObject({ version: z.int().min(0) })

/** Comments whose tag is least certain: judging them teaches most. */
export const Unsure = z.object({ items: z.array(ResponseItem) })
export type Unsure = z.infer<typeof Unsure>

/** Of the whole set of tags: those not named are taken off, and not given again. */
export const PutTags = z.strictObject({ tags: z.array(z.string()).max(limits.tagsPerSite) })

/** Of many responses at once; other tags stay as they are. */
export const TagMany = z.strictObject({
  responses: z.array(z.string()).min(1).max(limits.feedPage),
  add: z.array(z.string()).max(limits.tagsPerSite).default([]),
  remove: z.array(z.string()).max(limits.tagsPerSite).default([]),
})
export type TagMany = z.infer<typeof TagMany>
