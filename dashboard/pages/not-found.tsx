import { useEffect } from 'preact/hooks'
import { Heading } from '../components/heading.tsx'

/** Where no screen is. */
export function NotFound() {
  useEffect(() => {
    document.title = 'Nothing here · Earshot'
  }, [])
  return (
    <div class="empty">
      <Heading>There is nothing here</Heading>
      <p class="soft">The address may be mistyped, or what it showed is gone.</p>
      <p>
        <a href="/">Go to the overview</a>
      </p>
    </div>
  )
}
