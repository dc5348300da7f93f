import type { Channel } from '../contract/webhook.ts'
import { sendEmail } from './email.ts'
import type { Sender } from './sender.ts'
import { sendWebhook } from './webhook.ts'

/** Who delivers by which channel. */
export const senders: Record<Channel, Sender> = {
  webhook: sendWebhook,
  slack: sendWebhook,
  email: sendEmail,
}
