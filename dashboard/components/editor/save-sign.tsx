import { useLocation } from 'preact-iso'
import type { Draft } from '../../models/editor/draft.ts'
import { inWords, partNames, partOf, whereIs } from '../../models/editor/faults.ts'
import type { Saving } from '../../models/editor/saver.ts'

interface Props {
  saving: Saving
  draft: Draft
  retry: () => void
}

/** Where the newest edit is: saved, on its way, or kept here. */
export function SaveSign({ saving, draft, retry }: Props) {
  const { path } = useLocation()
  const trouble = saving.is === 'kept' || saving.is === 'refused' || saving.is === 'conflict'
  return (
    <div class="save-sign small">
      <span class={trouble ? 'caution' : 'soft'} role="status">
        {words(saving)}
      </span>
      {saving.is === 'kept' && (
        <button type="button" class="link" onClick={retry}>
          Try again
        </button>
      )}
      {saving.is === 'refused' && (
        <ul>
          {saving.faults.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <a href={`${path}?part=${partOf(pointer)}`}>{whereIs(pointer, draft) || partNames[partOf(pointer)]}</a>:{' '}
              {inWords(detail)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function words(saving: Saving): string {
  switch (saving.is) {
    case 'saved':
      return 'Saved'
    case 'waiting':
    case 'saving':
      return 'Saving…'
    case 'kept':
      return saving.safe
        ? 'Couldn’t save. Your edit is kept in this browser until it can be.'
        : 'Couldn’t save, and this browser keeps nothing: leave the page open.'
    case 'refused':
      return saving.faults.length > 0 ? 'Kept here, not saved yet. To mend first:' : `Kept here, not saved: ${saving.detail}`
    case 'conflict':
      return 'Kept here, not saved: somebody else saved first.'
  }
}
