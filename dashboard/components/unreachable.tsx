import { loadMe } from '../models/session.ts'
import { Door } from './door.tsx'

/** When the server can't say who is signed in: not the same as nobody being signed in. */
export function Unreachable() {
  return (
    <Door title="Earshot can’t be reached">
      <p class="soft">The server doesn’t answer as it should. Nothing is lost; try again in a moment.</p>
      <p class="beneath">
        <button type="button" class="primary wide" onClick={loadMe}>
          Try again
        </button>
      </p>
    </Door>
  )
}
