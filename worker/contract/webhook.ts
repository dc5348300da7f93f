import * as z from 'zod'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'

/** How something is told. */
export type Channel = 'webhook' | 'slack' | 'email'

/** What an endpoint may hear of. */
export const EventType = z.enum(['response.created', 'response.updated', 'alert.fired'])
export type EventType = z.infer<typeof EventType>

/** `standard`: signed JSON by Standard Webhooks. `slack`: a text for a channel, as Slack and what copies it take it; alerts only. */
export const EndpointKind = z.enum(['standard', 'slack'])
export type EndpointKind = z.infer<typeof EndpointKind>

export const EndpointState = z.enum(['active', 'paused', 'gone', 'failed'])
export type EndpointState = z.infer<typeof EndpointState>

const Name = z.string().trim().max(120)
const Types = z
  .array(EventType)
  .min(1)
  .transform((types) => [...new Set(types)])

/** Whom a site tells of what happens. */
export const Endpoint = z.object({
  id: z.string(),
  kind: EndpointKind,
  /** As it is asked, in ASCII. Of a Slack channel's its host alone: who knows the rest may write there. */
  url: z.string(),
  name: z.string(),
  types: z.array(EventType),
  /** `paused` by somebody, `gone` since it answered 410, `failed` since a delivery's last attempt failed. */
  state: EndpointState,
  stateAt: z.string(),
  /** Attempts that failed since one succeeded. */
  failures: z.int(),
  /** Deliveries on their way. */
  waiting: z.int(),
  /** Until when the secret from before signs too; null where it doesn't. */
  formerSecretUntil: z.string().nullable(),
  createdAt: z.string(),
})
export type Endpoint = z.infer<typeof Endpoint>

export const CreateEndpoint = z.strictObject({
  kind: EndpointKind.default('standard'),
  url: z.string().max(10_000),
  name: Name.default(''),
  /** All where it is left out; a Slack channel hears of alerts. */
  types: Types.optional(),
})
/** The secret, shown once; null where nothing is signed. */
export const CreatedEndpoint = Endpoint.extend({ secret: z.string().nullable() })
export type CreatedEndpoint = z.infer<typeof CreatedEndpoint>

/** `active` begins anew with one that was paused or disabled. */
export const PatchEndpoint = z.strictObject({
  url: z.string().max(10_000).optional(),
  name: Name.optional(),
  types: Types.optional(),
  state: z.enum(['active', 'paused']).optional(),
})
export type PatchEndpoint = z.infer<typeof PatchEndpoint>

/** How an attempt ended. Of what was answered only the status is kept. */
export const Tried = z.object({ ok: z.boolean(), status: z.int().nullable(), ms: z.int(), error: z.string() })
export type Tried = z.infer<typeof Tried>

export const DeliveryState = z.enum(['waiting', 'delivered', 'failed', 'void'])
export type DeliveryState = z.infer<typeof DeliveryState>

export const DeliveryView = z.object({
  /** The `webhook-id`, the same over all attempts. */
  id: z.string(),
  type: z.string(),
  /** The response it is about; null for none. */
  response: z.string().nullable(),
  /** `void`: nothing was left to tell. */
  state: DeliveryState,
  attempts: z.int(),
  createdAt: z.string(),
  /** Of the last attempt: when, how long it took, what was answered, and why it failed. */
  attemptedAt: z.string().nullable(),
  ms: z.int().nullable(),
  status: z.int().nullable(),
  error: z.string(),
  /** When it is tried next; null where it isn't. */
  dueAt: z.string().nullable(),
})
export type DeliveryView = z.infer<typeof DeliveryView>

export const DeliveriesQuery = strictQuery(
  {
    state: DeliveryState.optional(),
    cursor: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(limits.feedPage).default(50),
  },
  [],
)
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>
export const Deliveries = z.object({ items: z.array(DeliveryView), next: z.string().nullable() })
export type Deliveries = z.infer<typeof Deliveries>

/** Whatever failed since then is sent again. */
export const ReplayFailed = z.strictObject({ since: z.iso.datetime({ offset: true }) })
