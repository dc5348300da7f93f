import { limits } from '../contract/limits.ts'

/**
 * When an answer was given, in server time: received - (sent - answered), both by the client's clock,
 * so that a clock wrong by years cancels out. At most 7 days back and never in the future.
 */
export function answeredAt(received: number, client: { answeredAt?: number; sentAt?: number } | undefined): number {
  const { answeredAt: answered, sentAt: sent } = client ?? {}
  if (answered === undefined || sent === undefined || !Number.isFinite(answered) || !Number.isFinite(sent)) return received
  const late = Math.min(Math.max(0, sent - answered), limits.lateMs)
  return Math.round(received - late)
}
