const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes

/**
 * How long to wait after each failed attempt, as Standard Webhooks advises: ten attempts over about 75 hours.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#retry-schedule
 */
const waits = [5 * seconds, 5 * minutes, 30 * minutes, 2 * hours, 5 * hours, 10 * hours, 14 * hours, 20 * hours, 24 * hours]

/** When a delivery is due again after its nth failed attempt; undefined after the last. Up to a tenth later, by `random` (0 to 1), so that not all come back at once. */
export function nextAttempt(failed: number, now: number, random: number): number | undefined {
  const wait = waits[failed - 1]
  return wait === undefined ? undefined : now + Math.round(wait * (1 + random / 10))
}
