import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Draft } from '../../models/editor/draft.ts'
import type { Said } from './said-context.ts'

/** What every part of the editor needs: the draft, how to edit it, and what is wrong or doubtful with it. */
export interface Editing extends Said {
  draft: Draft
  edit: (fields: Partial<Draft>) => void
  /** Whether the metric is fixed by a version that was published. */
  isPublished: boolean
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('outside of the editor')
  return editing
}
