import type { Gate } from './gate.ts'

const event: Gate<string> = (name, { events }) => [
  { gate: 'event', passed: events.has(name), reason: `waits for "${name}", tracked: ${[...events.keys()]}` },
]
export default event
