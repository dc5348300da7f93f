import type { Retagging as State } from '../../worker/contract/tags.ts'
import { number } from '../models/wording.ts'

/** How far older comments have got the tags they would get today. */
export function Retagging({ of: { state, done, total } }: { of: State }) {
  const isRunning = state === 'running'
  return (
    <div class={isRunning ? 'retagging' : undefined}>
      {/* Only that it goes on is said: each step of it would be too much to hear. */}
      <p class={isRunning ? 'small' : 'hidden'} role="status">
        {isRunning && 'Older comments are being tagged anew.'}
      </p>
      {isRunning && (
        <>
          <progress value={done} max={Math.max(1, total)} aria-label="Older comments tagged anew" />
          <span class="small soft num">
            {number(done)} of {number(total)}
          </span>
        </>
      )}
    </div>
  )
}
