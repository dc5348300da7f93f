import type { Gate } from './gate.ts'

const triggers: Gate<string[]> = (asked, { fired = [] }) => [
  {
    gate: 'trigger',
    passed: asked.some((one) => fired.includes(one)),
    reason: `waits for ${asked.join(' or ')}, seen: ${fired}`,
  },
]
export default triggers
