import { useLocation } from 'preact-iso'
import type { Draft } from '../../models/editor/draft.ts'
import { inWords, partNames, partOf, whereIs } from '../../models/editor/faults.ts'
import type { Saving } from '../../models/editor/saver.ts'
import { useEditing } from './context.ts'

interface Props {
  saving: Saving
  draft: Draft
  retry: () => void
}

/** Where the newest edit is: saved, on its way, or kept here. */
export function SaveSign({ saving, draft, retry }: Props) {
  const { path } = useLocation()
  const { faults } = useEditing()
  const trouble = saving.is === 'kept' || saving.is === 'refused' || saving.is === 'conflict' || faults.length > 0
  return (
    <div class="save-sign small">
      <span class={trouble ? 'caution' : 'soft'} role="status">
        {words(saving, faults.length > 0)}
      </span>
      {saving.is === 'kept' && (
        <button type="button" class="link" onClick={retry}>
          Try again
        </button>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, detail }) => (
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

const toMend = 'Kept here, not saved yet. To mend first:'

function words(saving: Saving, isWrong: boolean): string {
  switch (saving.is) {
    case 'saved':
      return 'Saved'
    case 'waiting':
    case 'saving':
      return isWrong ? toMend : 'Saving…'
    case 'kept':
      return saving.safe
        ? 'Couldn’t save. Your edit is kept in this browser until it can be.'
        : 'Couldn’t save, and this browser keeps nothing: leave the page open.'
    case 'refused':
      return isWrong ? toMend : `Kept here, not saved: ${saving.detail}`
    case 'conflict':
      return 'Kept here, not saved: somebody else saved first.'
  }
}
