/** Why something was refused, read out as it appears. */
export function Refusal({ error }: { error: string | undefined }) {
  return error ? (
    <p class="notice bad small" role="alert">
      {error}
    </p>
  ) : null
}
