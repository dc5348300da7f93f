import { Heading } from './heading.tsx'

/** A screen that could not be loaded, and the way back. */
export function Failed({ error }: { error: string }) {
  return (
    <div class="empty">
      <Heading>That didn’t work</Heading>
      <p class="soft">{error}</p>
      <p>
        <a href="/">Back to the overview</a>
      </p>
    </div>
  )
}
