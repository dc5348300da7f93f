import { useLayoutEffect, useRef } from 'preact/hooks'

const figures = 'tbody .figure'

/** A table's numbers are one stop of the Tab key: the arrow keys go from one to the next, up and down along a column. */
export function useWalk() {
  const table = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => {
    const all = [...(table.current?.querySelectorAll<HTMLElement>(figures) ?? [])]
    const current = all.find((figure) => figure === document.activeElement) ?? all.find(isSeen)
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

/** Some stand only on a phone, some only where there is room: who walks the keys would be stuck at what isn't there. */
const isSeen = (figure: HTMLElement) => figure.checkVisibility()

function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest('tr')
  const seen = (of: Element | null | undefined) => [...(of?.querySelectorAll<HTMLElement>('.figure') ?? [])].filter(isSeen)
  const inRow = seen(row)
  const column = inRow.indexOf(from)
  const inColumn = (of: Element | null | undefined) => seen(of)[column]
  if (key === 'ArrowRight') return inRow[column + 1]
  if (key === 'ArrowLeft') return inRow[column - 1]
  if (key === 'ArrowDown') return inColumn(row?.nextElementSibling)
  if (key === 'ArrowUp') return inColumn(row?.previousElementSibling)
  return
}
