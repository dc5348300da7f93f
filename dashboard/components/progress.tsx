/** A thread of light at the top while numbers are on their way: what was pressed is under way at once. */
export function Progress({ busy }: { busy: boolean }) {
  return <div class={busy ? 'progress busy' : 'progress'} aria-hidden="true" />
}
