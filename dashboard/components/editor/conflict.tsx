import type { Survey } from '../../../worker/contract/survey.ts'
import { changesBetween } from '../../models/editor/changes.ts'
import { draftFrom } from '../../models/editor/draft.ts'
import type { Saver } from '../../models/editor/saver.ts'
import { ChangeList } from './change-list.tsx'

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Two people edited at once: both edits side by side, and which of them goes on. */
export function Conflict({ saver, theirs }: { saver: Saver; theirs: Survey }) {
  const before = saver.begun()
  const mine = changesBetween(before, saver.draft.value)
  const others = changesBetween(before, draftFrom(theirs))
  const both = saver.both()
  const { by, at } = theirs.edited
  return (
    <section class="notice bad conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">
        {by ?? 'A program with an API key'} saved this survey {moment.format(new Date(at))}, while you edited it.
      </h2>
      <p class="small">Nothing is lost: your edit is kept here until you choose.</p>
      <div>
        <div>
          <h3>Yours</h3>
          <ChangeList changes={mine} label="Your changes" />
        </div>
        <div>
          <h3>Theirs</h3>
          <ChangeList changes={others} label="Their changes" />
        </div>
      </div>
      <p class="row">
        {both && (
          <button type="button" class="primary" onClick={() => saver.decide('both')}>
            Keep both
          </button>
        )}
        <button type="button" class={both ? '' : 'primary'} onClick={() => saver.decide('mine')}>
          Keep mine, undo theirs
        </button>
        <button type="button" onClick={() => saver.decide('theirs')}>
          Take theirs, drop mine
        </button>
      </p>
    </section>
  )
}
