import type { PropertyCondition } from '../../contract/targeting.ts'
import { holds } from './compare.ts'
import type { Gate } from './gate.ts'

/** An event whose properties, as it was tracked last, are what is asked for. */
const occurrence: Gate<[event: string, where: PropertyCondition[]]> = ([event, where], { events }) => {
  const properties = 'get' in events ? (events.get(event) as Record<string, unknown> | undefined) : undefined
  const passed = events.has(event) && where.every(({ property, ...asked }) => holds(asked, properties?.[property]))
  return [{ gate: 'event', passed, reason: `waits for "${event}" with ${JSON.stringify(where)}, tracked: ${[...events.keys()]}` }]
}
export default occurrence
