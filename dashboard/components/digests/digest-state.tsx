import type { Digest } from '../../../worker/contract/digest.ts'

/** Whether a digest comes, in a word. */
export const DigestState = ({ active }: Pick<Digest, 'active'>) => (
  <span class={`badge ${active ? 'live' : 'paused'}`}>{active ? 'active' : 'paused'}</span>
)
