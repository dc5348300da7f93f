import type { TargetedPointerEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Where a dragged item would land, seen from another. */
export type Line = '' | 'before' | 'after'

/**
 * Puts the items of a list into another order: by dragging a handle, or by the arrow keys on it. `lineAt` is whether a dragged one would
 * land before or after an item; nothing moves in the page until it is let go. The handle keeps focus.
 */
export function useReorder(items: readonly { id: string }[], move: (from: number, to: number) => void) {
  const count = items.length
  const list = useRef<HTMLOListElement>(null)
  const held = useRef('')
  const [drag, setDrag] = useState<{ from: number; line: number }>()

  // A moved item leaves the page for a moment, and focus with it.
  useEffect(() => {
    if (held.current) document.getElementById(held.current)?.focus()
    held.current = ''
  }, [items])

  const idOf = (at: number) => `handle-${items[at]?.id}`

  function put(from: number, to: number) {
    held.current = idOf(from)
    move(from, to)
  }

  /** Before which item the pointer is: past the middle of one means after it. */
  function under(y: number): number {
    const boxes = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect())
    const at = boxes.findIndex(({ top, height }) => y < top + height / 2)
    return at < 0 ? count : at
  }

  function drop() {
    if (!drag) return
    const to = drag.line > drag.from ? drag.line - 1 : drag.line
    setDrag(undefined)
    if (to !== drag.from) put(drag.from, to)
  }

  return {
    list,
    isDragging: drag !== undefined,
    lineAt: (at: number): Line => (drag?.line === at ? 'before' : drag?.line === count && at + 1 === count ? 'after' : ''),
    handle: (at: number) => ({
      id: idOf(at),
      onPointerDown(event: TargetedPointerEvent<HTMLElement>) {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: at, line: at })
      },
      onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => drag && setDrag({ ...drag, line: under(event.clientY) }),
      onPointerUp: drop,
      onPointerCancel: () => setDrag(undefined),
      onKeyDown(event: KeyboardEvent) {
        const to = event.key === 'ArrowUp' ? at - 1 : event.key === 'ArrowDown' ? at + 1 : at
        if (to === at) return
        event.preventDefault()
        if (to >= 0 && to < count) put(at, to)
      },
    }),
  }
}
