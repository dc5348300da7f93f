import type { Quarantine } from '../../worker/contract/quarantine.ts'
import { heldWords, quarantinePath } from '../models/held.ts'
import { useResource } from '../models/resource.ts'

/** How many answers are in no number of this screen, where there are any; nothing is said of none. */
export function HeldLine({ survey, turn }: { survey: string; turn: string | number }) {
  const { data } = useResource<Quarantine>(`${quarantinePath(survey)}?limit=1`, turn)
  if (!data?.count) return null
  return (
    <p class="small soft held-line">
      {heldWords(data.count)} · <a href={`/surveys/${encodeURIComponent(survey)}/quarantine`}>Review</a>
    </p>
  )
}
