/** Preact and a bare popup: a title and eleven buttons that do nothing. */
import { h, render } from 'preact'

const css = `
.floor { position: fixed; right: 16px; bottom: 16px; z-index: 9; width: 340px; max-width: calc(100vw - 64px); padding: 16px;
  background: #fff; color: #222; border-radius: 12px; box-shadow: 0 4px 24px #0003; font: 16px/1.4 system-ui }
.floor b { display: block; margin-bottom: 12px }
.floor div { display: flex; gap: 4px }
.floor button { flex: 1; height: 44px; padding: 0; border: 1px solid #bbb; border-radius: 6px; background: none; font: inherit }`

export function open(title: string): void {
  const place = document.createElement('div')
  document.body.appendChild(place)
  const buttons = Array.from({ length: 11 }, (_, score) => h('button', { type: 'button' }, score))
  const popup = h(
    'section',
    { class: 'floor', role: 'dialog', 'aria-label': title },
    h('b', null, title),
    h('div', null, buttons),
  )
  render([h('style', null, css), popup], place)
}
