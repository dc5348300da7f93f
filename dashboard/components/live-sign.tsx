/** That the numbers follow the answers by themselves, or that they can't at the moment. */
export function LiveSign({ isHeard }: { isHeard: boolean }) {
  return (
    <span class={isHeard ? 'live-sign small soft' : 'live-sign lost small'} role="status">
      {isHeard ? 'Updates by itself' : 'Not updating: the server doesn’t answer; trying again'}
    </span>
  )
}
