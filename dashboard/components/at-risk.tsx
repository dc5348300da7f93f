/** Over a response by which a valued customer is at risk. */
export const AtRisk = () => (
  <p
    class="small also at-risk"
    title="A valued customer: the latest score is of the worst category, and an earlier one was better."
  >
    <span class="badge bad">valued customer at risk</span>
  </p>
)
