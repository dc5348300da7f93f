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
  children: ComponentChildren
}

/** Over the page: Done, Escape or a click beside it closes it. */
export function Sheet({ dialog, id, title, toRead = false, closed, children }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; this is for the click beside it.
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={id}
      onClose={closed}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div>
        <h2 id={id}>{title}</h2>
        {children}
        <form method="dialog">
          <button type="submit" class={toRead ? 'primary' : ''} autofocus={toRead}>
            Done
          </button>
        </form>
      </div>
    </dialog>
  )
}
