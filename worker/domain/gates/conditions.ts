import type { Condition } from '../../contract/targeting.ts'
import { holds } from './compare.ts'
import type { Gate, Memory, Page } from './gate.ts'

/** One verdict for each condition, named after what it looks at. */
const conditions: Gate<Condition[]> = (asked, page, memory, now) =>
  asked.map(({ on, ...comparison }) => {
    const value = factOf(on, page, memory, now)
    return { gate: on, passed: holds(comparison, value), reason: `"${value ?? ''}", asked ${JSON.stringify(comparison)}` }
  })
export default conditions

/** A visit within a day of the first is still the first. */
const day = 86_400_000

export function factOf(on: string, page: Page, memory: Memory, now: number): unknown {
  if (on.startsWith('trait.')) return page.traits?.[on.slice(6)]
  if (on === 'visit') return now - (memory.first ?? now) < day ? 'new' : 'returning'
  const locale = page.locale || page.lang
  if (on === 'locale') return locale
  if (on === 'language') return locale?.split('-')[0]
  return page[on as 'device']
}
