import type { Learning } from '../../worker/contract/tags.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ago } from '../models/days.ts'
import { may, ofSite } from '../models/session.ts'
import { learnsFrom } from '../models/tag-words.ts'
import { number } from '../models/wording.ts'
import { Refusal } from './refusal.tsx'

/** What gives tags today. */
function inUse({ version, versions }: Learning): string {
  if (version > 0) return `Version ${number(version)}`
  return versions.length === 0 ? 'Nothing learned yet' : 'The rules alone'
}

/** What corrections have taught, when it was learned last, and the way back. */
export function LearningPanel({ learning, changed }: { learning: Learning; changed: () => void }) {
  const { state, version, corrections, versions } = learning
  const { busy, error, run } = useAction()
  const isRunning = state === 'running'
  const learn = () => run(() => call<void>('POST', ofSite('/api/v1/tags/retrain'))).then(changed)
  const rollBack = (to: number) => run(() => call<void>('POST', ofSite('/api/v1/tags/rollback'), { version: to })).then(changed)
  return (
    <section class="block" aria-labelledby="learning">
      <h2 id="learning">Learning</h2>
      <p class="soft">
        A tag that was put on or taken off by hand is a correction. From {learnsFrom} that say it belongs, a tag is given by what
        was learned, as soon as that is at least as good as its rules on comments it hasn’t learned from.
      </p>
      <div class="row">
        <p class="num">
          {inUse(learning)}, {corrections === 1 ? '1 correction' : `${number(corrections)} corrections`}{' '}
          {versions.length === 0 ? 'so far' : 'since the newest'}.
        </p>
        {may('manager') && (
          <button type="button" disabled={busy || isRunning} onClick={learn}>
            Learn now
          </button>
        )}
        <span class="small soft" role="status">
          {isRunning && 'Learning …'}
        </span>
      </div>
      <Refusal error={error} />
      {versions.length > 0 && (
        <ul class="list" aria-label="Versions">
          {versions.map((one) => (
            <li key={one.version}>
              <span>
                Version {number(one.version)}{' '}
                <span class="small soft num">
                  {ago(one.madeAt)}, from {number(one.corrections)} corrections
                </span>
              </span>
              {one.version === version ? (
                <span class="badge live">in use</span>
              ) : (
                may('manager') && (
                  <button type="button" class="quiet" disabled={busy || isRunning} onClick={() => rollBack(one.version)}>
                    Roll back<span class="hidden"> to version {one.version}</span>
                  </button>
                )
              )}
            </li>
          ))}
          {version > 0 && may('manager') && (
            <li>
              <span>
                Rules alone <span class="small soft">as before anything was learned</span>
              </span>
              <button type="button" class="quiet" disabled={busy || isRunning} onClick={() => rollBack(0)}>
                Roll back<span class="hidden"> to the rules alone</span>
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
