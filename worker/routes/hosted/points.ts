import { html } from 'hono/html'
import type { ScaleQuestion } from '../../contract/widget.ts'

/** Mouths of the faces from worst to best; a scale of three takes every other one. */
const mouths = ['M8 17q4-4.5 8 0', 'M8 16.5q4-2.5 8 0', 'M8 15.5h8', 'M8 15q4 2.5 8 0', 'M8 14.5q4 4.5 8 0']

/** A star, or a face, as the widget draws them; undefined where points are numbers. */
export function drawnPoint({ style, from, to }: ScaleQuestion, at: number) {
  if (style === 'stars')
    return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2-5.6-3-5.6 3 1.1-6.2L3 9.6l6.2-.9z"/></svg>`
  if (style !== 'smileys') return
  const mouth = mouths[Math.round((at - from) * (4 / (to - from)))] ?? ''
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9.5"/><path d="M9 9.5v.5M15 9.5v.5${mouth}"/></svg>`
}
