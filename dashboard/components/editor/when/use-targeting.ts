import type { Targeting } from '../../../../worker/contract/targeting.ts'
import { useEditing } from '../context.ts'

/** The draft's targeting, and how to edit it. */
export function useTargeting() {
  const { draft, edit } = useEditing()
  const { targeting } = draft
  return {
    targeting,
    /** Replaces all of it. */
    set: (next: Targeting) => edit({ targeting: next }),
    put: (fields: Partial<Targeting>) => edit({ targeting: { ...targeting, ...fields } }),
  }
}
