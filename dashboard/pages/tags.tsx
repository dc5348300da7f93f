import { useEffect } from 'preact/hooks'
import type { Learning } from '../../worker/contract/tags.ts'
import { Heading } from '../components/heading.tsx'
import { LearningPanel } from '../components/learning-panel.tsx'
import { MoreTags } from '../components/more-tags.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { Retagging } from '../components/retagging.tsx'
import { StarterOffer } from '../components/starter-offer.tsx'
import { TagList } from '../components/tag-list.tsx'
import { usePolled } from '../models/polled.ts'
import { useResource } from '../models/resource.ts'
import { may } from '../models/session.ts'
import { useTagsFigures } from '../models/tag-figures.ts'
import { useTags } from '../models/tags.ts'

/** What comments are sorted into, how well that goes, and what is learned from corrections. */
export function Tags() {
  const tags = useTags()
  const learning = useResource<Learning>('/api/v1/tags/learning')
  const figures = useTagsFigures(`${tags.data?.tags.length} ${tags.data?.retagging.done}`)
  usePolled(tags.data?.retagging.state === 'running', tags.reload)
  usePolled(learning.data?.state === 'running', learning.reload)
  useEffect(() => {
    document.title = 'Tags · Earshot'
  }, [])
  const all = tags.data?.tags ?? []
  const inUse = all.filter(({ archived }) => !archived)
  const archived = all.filter(({ archived }) => archived)
  const judged = learning.data?.tags ?? []
  return (
    <>
      <Progress busy={!tags.data && !tags.error} />
      <header class="top">
        <Heading>Tags</Heading>
        {may('manager') && all.length > 0 && (
          <a class="button primary" href="/tags/new">
            New tag
          </a>
        )}
      </header>
      <p class="soft lede tags-lede">
        What comments are about. Each is tagged as it arrives, by words you name and by what your corrections have taught; what
        somebody decided by hand stays.
      </p>
      <Refusal error={tags.error ?? learning.error ?? figures.error} />
      {tags.data && <Retagging of={tags.data.retagging} />}
      {tags.data && all.length === 0 && may('manager') && <StarterOffer added={tags.reload} />}
      {tags.data && all.length === 0 && !may('manager') && (
        <p class="notice">There are no tags yet. A manager or owner of this site can make them.</p>
      )}
      {inUse.length > 0 && <TagList tags={inUse} judged={judged} figures={figures.data?.tags} />}
      {archived.length > 0 && (
        <details class="twin">
          <summary>{archived.length === 1 ? 'One archived tag' : `${archived.length} archived tags`}</summary>
          <TagList tags={archived} judged={judged} />
        </details>
      )}
      {inUse.length > 0 && <MoreTags made={tags.reload} />}
      {learning.data && all.length > 0 && <LearningPanel learning={learning.data} changed={learning.reload} />}
    </>
  )
}
