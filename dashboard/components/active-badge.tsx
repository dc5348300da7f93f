/** Whether it goes on, in a word; `off` is the word where it doesn't. */
export const ActiveBadge = ({ active, off }: { active: boolean; off: string }) => (
  <span class={`badge ${active ? 'live' : 'paused'}`}>{active ? 'active' : off}</span>
)
