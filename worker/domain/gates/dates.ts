import type { Gate } from './gate.ts'

const dates: Gate<[from: number, until: number]> = ([from, until], _page, _memory, now) => {
  const minute = (at: number) => (at ? new Date(at).toISOString().slice(0, 16) : '…')
  return [{ gate: 'dates', passed: now >= from && !(until && now >= until), reason: `${minute(from)} to ${minute(until)} UTC` }]
}
export default dates
