/** Of D1's plans, in bytes: https://developers.cloudflare.com/d1/platform/limits/ */
const limits: Record<string, number> = { free: 500_000_000, paid: 10_000_000_000 }

/** What a database of a plan may hold; one that isn't known is the paid one. */
export const limitOf = (plan: string) => limits[plan] ?? 10_000_000_000

/** Shares of the limit, in percent, at which an alarm is raised. */
const levels = [95, 85, 70] as const
export type Level = (typeof levels)[number] | 0

/** A share that goes up and down by a little is one alarm, not one each time. */
const slack = 2

/** The level of a size, where the one before was `was`: it is left only when the share is clearly below it. */
export function levelOf(bytes: number, limit: number, was: Level): Level {
  const share = (100 * bytes) / limit
  return levels.find((level) => share >= level || (level <= was && share >= level - slack)) ?? 0
}
