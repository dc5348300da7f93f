/** Where nothing is told yet: what an alert is for, and the two that most begin with. */
export function AlertStarts() {
  return (
    <div class="empty">
      <h2>Nobody is told of anything yet</h2>
      <p class="soft">
        An alert tells the right people of what should not wait: of a customer who is unhappy, within a minute of the answer, or
        of a score that fell by more than chance.
      </p>
      <p class="row beneath">
        <a class="button primary" href="/alerts/new">
          Unhappy customers
        </a>
        <a class="button" href="/alerts/new?of=fall">
          A score falls
        </a>
      </p>
    </div>
  )
}
