import { Drivers, type DriversProps } from './drivers.tsx'

/** The drivers under their heading, which says what they are not. */
export function Moves(props: DriversProps) {
  return (
    <section class="moves" aria-labelledby="moves">
      <div class="row">
        <h2 id="moves">What moves the score</h2>
        <span class="small soft">association, not cause</span>
      </div>
      <Drivers {...props} />
    </section>
  )
}
