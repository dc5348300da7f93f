import { useEffect } from 'preact/hooks'

/** Where no screen is. */
export function NotFound() {
  useEffect(() => {
    document.title = 'Nothing here · Earshot'
  }, [])
  return (
    <div class="empty">
      <h1>There is nothing here</h1>
      <p class="soft">The address may be mistyped, or what it showed is gone.</p>
      <p>
        <a href="/">Go to the overview</a>
      </p>
    </div>
  )
}
