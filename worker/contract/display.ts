import * as z from 'zod'
import { limits } from './limits.ts'
import { SentRespondent } from './response.ts'

export const DisplayType = z.enum(['shown', 'started', 'dismissed'])
export type DisplayType = z.infer<typeof DisplayType>

/** `POST /v1/displays`; `key` makes a batch idempotent. */
export const SendDisplays = z.looseObject({
  site: z.string().max(64),
  key: z.string().regex(/^[\x21-\x7e]{1,64}$/, 'at most 64 visible ASCII characters'),
  events: z
    .array(
      z.looseObject({
        survey: z.string().max(64),
        /** `never`: "don't ask again" was pressed. It is no display, and tells something of identified people alone. */
        type: z.enum([...DisplayType.options, 'never']),
        touchpoint: z.string().max(64).optional().catch(undefined),
        locale: z.string().max(35).optional().catch(undefined),
      }),
    )
    .min(1)
    .max(limits.displayEvents),
  respondent: SentRespondent,
  traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
})
export type SendDisplays = z.infer<typeof SendDisplays>
