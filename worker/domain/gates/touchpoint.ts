import type { Gate } from './gate.ts'

const touchpoint: Gate<string> = (asked, page) => [
  { gate: 'touchpoint', passed: asked === page.touchpoint, reason: `asked at "${asked}", page is "${page.touchpoint || ''}"` },
]
export default touchpoint
