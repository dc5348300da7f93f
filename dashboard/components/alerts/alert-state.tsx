import type { Alert } from '../../../worker/contract/alert.ts'

/** Whether an alert tells, in a word. */
export const AlertState = ({ active }: Pick<Alert, 'active'>) => (
  <span class={`badge ${active ? 'live' : 'paused'}`}>{active ? 'active' : 'off'}</span>
)
