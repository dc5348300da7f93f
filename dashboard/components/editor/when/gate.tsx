import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  name: string
  /** Whether it was added just now: its first field is the one to go on with. */
  isFresh?: boolean
  remove: () => void
  /** Of the button that adds the next: where focus goes once this one is away. */
  addId: string
  children: ComponentChildren
}

/** One of the rarer conditions, which can be taken away again. */
export function Gate({ name, isFresh = false, remove, addId, children }: Props) {
  const box = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    if (!isFresh) return
    const first = box.current?.querySelector<HTMLElement>('input, select, textarea, button')
    first?.focus()
    // What it begins with is a proposal, to be typed over.
    if (first instanceof HTMLInputElement) first.select()
  }, [])
  function away() {
    remove()
    requestAnimationFrame(() => document.getElementById(addId)?.focus())
  }
  return (
    <fieldset class="gate" ref={box}>
      <legend>{name}</legend>
      {children}
      <button type="button" class="quiet danger" onClick={away}>
        Remove<span class="hidden"> {name}</span>
      </button>
    </fieldset>
  )
}
