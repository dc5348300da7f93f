import { useRef } from 'preact/hooks'
import { may } from '../models/session.ts'
import { areKeysOn, jumpToWords, type Key, shortcuts, stepResponse, turnKeys, useShortcuts } from '../models/shortcuts.ts'
import { Sheet } from './sheet.tsx'

/** As they stand on a keyboard. */
const keyNames: Partial<Record<Key, string>> = { X: '⇧ x', Escape: 'Esc' }

/** The keys that act without a modifier, and the switch that turns them off. */
export function ShortcutSheet() {
  const sheet = useRef<HTMLDialogElement>(null)
  const show = () => sheet.current?.showModal()
  useShortcuts({ '?': show, '/': jumpToWords, j: () => stepResponse(1), k: () => stepResponse(-1) })
  return (
    <>
      <button type="button" class="keys" onClick={show}>
        <span>Shortcuts</span> <kbd>?</kbd>
      </button>
      <Sheet dialog={sheet} id="keys" title="Keyboard shortcuts" toRead>
        <dl class="key-list">
          {shortcuts.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{keyNames[key] ?? key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>←</kbd>
              <kbd>→</kbd>
            </dt>
            <dd>In the trend and in tables: from number to number</dd>
          </div>
          {may('manager') && (
            <div>
              <dt>
                <kbd>n</kbd>
              </dt>
              <dd>In the trend: note what happened then</dd>
            </div>
          )}
        </dl>
        <label class="check small">
          <input type="checkbox" checked={areKeysOn.value} onChange={(event) => turnKeys(event.currentTarget.checked)} />
          Single keys act, but never while you type
        </label>
      </Sheet>
    </>
  )
}
