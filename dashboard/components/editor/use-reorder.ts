import type { TargetedPointerEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'

/**
 * Puts the items of a list into another order: by dragging a handle, or by the arrow keys on it. `line` is before which item a dragged
 * one would land; nothing moves in the page until it is let go.
 */
export function useReorder(count: number, move: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ from: number; line: number }>()

  /** Before which item the pointer is: past the middle of one means after it. */
  function lineAt(y: number): number {
    const boxes = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect())
    const at = boxes.findIndex(({ top, height }) => y < top + height / 2)
    return at < 0 ? count : at
  }

  function drop() {
    if (!drag) return
    const to = drag.line > drag.from ? drag.line - 1 : drag.line
    setDrag(undefined)
    if (to !== drag.from) move(drag.from, to)
  }

  return {
    list,
    line: drag?.line,
    dragged: drag?.from,
    handle: (at: number) => ({
      onPointerDown(event: TargetedPointerEvent<HTMLElement>) {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: at, line: at })
      },
      onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => drag && setDrag({ ...drag, line: lineAt(event.clientY) }),
      onPointerUp: drop,
      onPointerCancel: () => setDrag(undefined),
      onKeyDown(event: KeyboardEvent) {
        const to = event.key === 'ArrowUp' ? at - 1 : event.key === 'ArrowDown' ? at + 1 : at
        if (to === at) return
        event.preventDefault()
        if (to >= 0 && to < count) move(at, to)
      },
    }),
  }
}
