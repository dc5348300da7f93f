import type { ComponentChildren, RefObject } from 'preact'

interface Props {
  /** Opens it, by `showModal`. */
  dialog: RefObject<HTMLDialogElement | null>
  /** Of its heading. */
  id: string
  title: string
  /** Where nothing is to be done in it but to read: Done comes first then. */
  toRead?: boolean
  closed?: () => void
  /** A style of its own. */
  kind?: string
  /** In place of the button that closes it. */
  end?: ComponentChildren
  children: ComponentChildren
}

/** Over the page: Done, Escape or a click beside it closes it. */
export function Sheet({ dialog, id, title, toRead = false, closed, kind = '', end, children }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; this is for the click beside it.
    <dialog
      class={`sheet ${kind}`}
      ref={dialog}
      aria-labelledby={id}
      onClose={closed}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div>
        <h2 id={id}>{title}</h2>
        {children}
        {end ?? (
          <form method="dialog">
            <button type="submit" class={toRead ? 'primary' : ''} autofocus={toRead}>
              Done
            </button>
          </form>
        )}
      </div>
    </dialog>
  )
}
