interface Props {
  told: { words: string; isBad: boolean; undo?: () => void } | null
  clear: () => void
}

/** What came of the last change, and the way back. */
export function CaseTold({ told, clear }: Props) {
  return (
    <div class="told" role={told?.isBad ? 'alert' : 'status'}>
      {told && (
        <p class={told.isBad ? 'notice bad small' : 'notice small'}>
          {told.words}{' '}
          {told.undo && (
            <button type="button" class="link" onClick={told.undo}>
              Undo
            </button>
          )}{' '}
          <button type="button" class="link" onClick={clear}>
            OK
          </button>
        </p>
      )}
    </div>
  )
}
