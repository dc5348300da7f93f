/** What is wrong with a field, beneath it. */
export function FieldFault({ id, fault }: { id: string; fault: string | undefined }) {
  return fault ? (
    <small id={id} class="caution" role="alert">
      {fault}
    </small>
  ) : null
}
