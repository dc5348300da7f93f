import { useRef, useState } from 'preact/hooks'

interface Props<Key extends string> {
  /** Of its button. */
  id: string
  label: string
  of: readonly (readonly [key: Key, words: string])[]
  add: (key: Key) => void
}

/** What could be asked besides, out of the way until somebody looks for it. */
export function AddMenu<Key extends string>({ id, label, of, add }: Props<Key>) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (of.length === 0) return null
  function close(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened, from anywhere in it.
    <div class="add-menu" onKeyDown={close}>
      <button
        type="button"
        id={id}
        ref={button}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      <ul id={`${id}-list`} class="add" hidden={!isOpen}>
        {of.map(([key, words]) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                setOpen(false)
                add(key)
              }}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
