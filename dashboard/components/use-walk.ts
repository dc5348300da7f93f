import { useLayoutEffect, useRef } from 'preact/hooks'

const figures = 'tbody .figure'

/** A table's numbers are one stop of the Tab key: the arrow keys go from one to the next, up and down along a column. */
export function useWalk() {
  const table = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => {
    const all = table.current?.querySelectorAll<HTMLElement>(figures) ?? []
    const current = [...all].find((figure) => figure === document.activeElement) ?? all[0]
    for (const figure of all) figure.tabIndex = figure === current ? 0 : -1
  })
  function onKeyDown(event: KeyboardEvent) {
    const from = event.target
    if (!(from instanceof HTMLElement) || !from.matches(figures)) return
    const to = neighbour(from, event.key)
    if (!to) return
    event.preventDefault()
    from.tabIndex = -1
    to.tabIndex = 0
    to.focus()
  }
  return { ref: table, onKeyDown }
}

function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest('tr')
  const inRow = [...(row?.querySelectorAll<HTMLElement>('.figure') ?? [])]
  const column = inRow.indexOf(from)
  const inColumn = (of: Element | null | undefined) => of?.querySelectorAll<HTMLElement>('.figure')[column]
  if (key === 'ArrowRight') return inRow[column + 1]
  if (key === 'ArrowLeft') return inRow[column - 1]
  if (key === 'ArrowDown') return inColumn(row?.nextElementSibling)
  if (key === 'ArrowUp') return inColumn(row?.previousElementSibling)
  return
}
