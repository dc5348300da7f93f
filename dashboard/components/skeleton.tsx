/** The frame of a screen before anything is known, in the places where things will stand. */
export function Skeleton() {
  return (
    <div class="frame" role="status" aria-label="Loading">
      <div class="side">
        <span class="brand">
          <img src="/favicon.svg" alt="" />
          <span>Earshot</span>
        </span>
      </div>
      <div class="content">
        <div class="top">
          <span class="bone title" />
        </div>
      </div>
    </div>
  )
}
