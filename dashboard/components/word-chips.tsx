import { useRef, useState } from 'preact/hooks'
import { settled, type TypedWords, takenBack, typedOn, without, wordsOf } from '../models/typed-words.ts'

interface Props {
  id: string
  label: string
  typed: TypedWords
  change: (typed: TypedWords) => void
  /** What is wrong with a word, by its place; with what is being typed, by the places after those that are done. */
  faults: ReadonlyMap<number, string>
  /** What one may choose from while typing; anything else may be typed too. */
  suggestions?: readonly string[]
  left?: () => void
}

/**
 * A field of words and phrases, each a chip: Enter, a comma or leaving by Tab makes one of what is typed, pasted lists become several.
 * Only the field is a stop of the Tab key; arrows and Backspace lead from it to the words.
 */
export function WordChips({ id, label, typed, change, faults, suggestions, left }: Props) {
  const { done, draft } = typed
  const [said, say] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const chipAt = (at: number) => box.current?.querySelectorAll<HTMLElement>('.word')[at]
  const draftFaults = [...faults].flatMap(([at, detail]) => (at >= done.length ? detail : []))
  function put(next: TypedWords) {
    const added = next.done.slice(done.length)
    if (added.length > 0) say(`${added.join(', ')} added`)
    change(next)
  }
  function remove(at: number) {
    say(`${done[at]} removed`)
    change(without(typed, at))
    // The chip that takes its place, or the field after the last.
    requestAnimationFrame(() => (chipAt(at) ?? input.current)?.focus())
  }
  function takeBack(at: number) {
    change(takenBack(typed, at))
    requestAnimationFrame(() => input.current?.select())
  }
  function typing(event: KeyboardEvent) {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      // A form is sent by its button: whoever ends a word doesn't mean that.
      event.preventDefault()
      put(settled(typed))
    }
    if (event.key === 'Tab') put(settled(typed))
    if (draft !== '' || done.length === 0) return
    if (event.key === 'Backspace') remove(done.length - 1)
    if (event.key === 'ArrowLeft') chipAt(done.length - 1)?.focus()
  }
  function walking(event: KeyboardEvent, at: number) {
    if (event.key === 'ArrowLeft') chipAt(Math.max(0, at - 1))?.focus()
    else if (event.key === 'ArrowRight') (chipAt(at + 1) ?? input.current)?.focus()
    else if (event.key === 'Home') chipAt(0)?.focus()
    else if (event.key === 'End' || event.key === 'Escape') input.current?.focus()
    else if (event.key === 'Backspace' || event.key === 'Delete') remove(at)
    else return
    event.preventDefault()
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the room around the field belongs to it. */}
      <div
        class="words-box"
        ref={box}
        onClick={({ target, currentTarget }) => target === currentTarget && input.current?.focus()}
      >
        <ul>
          {done.map((text, at) => {
            const fault = faults.get(at)
            return (
              <li key={text} class={fault ? 'wrong' : ''}>
                <span class="chip">
                  <button
                    type="button"
                    class="word"
                    tabIndex={-1}
                    aria-label={`Change ${text}`}
                    aria-describedby={fault ? `${id}-${at}` : undefined}
                    onKeyDown={(event) => walking(event, at)}
                    onClick={() => takeBack(at)}
                  >
                    <bdi>{text}</bdi>
                  </button>
                  <button type="button" class="drop" tabIndex={-1} onClick={() => remove(at)}>
                    <span aria-hidden="true">×</span>
                    <span class="hidden">Remove {text}</span>
                  </button>
                </span>
                {fault && (
                  <small id={`${id}-${at}`} class="caution" role="alert">
                    <span class="hidden">“{text}”: </span>
                    {fault}
                  </small>
                )}
              </li>
            )
          })}
        </ul>
        <input
          id={id}
          ref={input}
          value={draft}
          list={suggestions && `${id}-offered`}
          onBlur={left}
          dir="auto"
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="done"
          spellcheck={false}
          aria-invalid={draftFaults.length > 0}
          aria-describedby={draftFaults.length > 0 ? `${id}-fault` : `${id}-how`}
          onKeyDown={typing}
          onInput={({ currentTarget: { value } }) => put(typedOn(typed, value))}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text') ?? ''
            // A field of one line would run lines together.
            if (!/[\n\r]/.test(pasted)) return
            event.preventDefault()
            const { selectionStart, selectionEnd } = event.currentTarget
            const whole = draft.slice(0, selectionStart ?? 0) + pasted.replace(/\r\n?/g, '\n') + draft.slice(selectionEnd ?? 0)
            put(settled({ done, draft: whole }))
          }}
        />
        {suggestions && (
          <datalist id={`${id}-offered`}>
            {suggestions.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
      </div>
      {draftFaults.length > 0 && (
        <small id={`${id}-fault`} class="caution" role="alert">
          {draftFaults.map((detail) => `“${wordsOf({ done: [], draft }).join(', ')}”: ${detail}`).join(' ')}
        </small>
      )}
      <span id={`${id}-how`} class="hidden">
        Enter or a comma ends a word. {done.length > 0 && 'Left arrow leads to the words, Backspace removes the last.'}
      </span>
      <span class="hidden" role="status">
        {said}
      </span>
    </div>
  )
}
