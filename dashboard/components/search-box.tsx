import { useEffect, useRef, useState } from 'preact/hooks'

interface Props {
  /** What is looked for now. */
  q: string
  search: (q: string) => void
  /** Why it can't be looked for; '' where it can. */
  refusal: string
}

/** Typing is followed once it rests; Enter doesn't wait. */
const restMs = 300
const longest = 200

/** Looks for words among those of the answers. */
export function SearchBox({ q, search, refusal }: Props) {
  const [typed, setTyped] = useState(q)
  const asked = useRef(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(search)
  latest.current = search
  // Changed from elsewhere (the back button, a filter taken back), not by what is being typed here.
  useEffect(() => {
    if (q === asked.current) return
    clearTimeout(timer.current)
    asked.current = q
    setTyped(q)
  }, [q])
  useEffect(() => () => clearTimeout(timer.current), [])
  function ask(text: string) {
    clearTimeout(timer.current)
    const next = text.trim()
    if (next === asked.current) return
    asked.current = next
    latest.current(next)
  }
  function type(text: string) {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(text), restMs)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is too young for some browsers.
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault()
        ask(typed)
      }}
    >
      <input
        type="search"
        aria-label="Search their words"
        aria-describedby="search-help"
        aria-invalid={refusal !== ''}
        placeholder="Search their words"
        maxLength={longest}
        autocomplete="off"
        enterkeyhint="search"
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <small id="search-help" class={refusal ? 'caution' : 'soft'} role={refusal ? 'alert' : undefined}>
        {refusal || '“a phrase” in quotes; deliver* for its beginning'}
      </small>
    </form>
  )
}
