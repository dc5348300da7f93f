import { useState } from 'preact/hooks'
import type { CreateTag, Tag } from '../../worker/contract/tags.ts'
import { useAction } from '../models/action.ts'
import { may } from '../models/session.ts'
import { recent, recentDays } from '../models/tag-figures.ts'
import { createTag } from '../models/tags.ts'
import { Refusal } from './refusal.tsx'
import { SuggestedTags } from './suggested-tags.tsx'

/** What comments without a tag have in common, looked for when somebody asks: it reads them one by one. */
export function MoreTags({ made }: { made: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const [taken, setTaken] = useState<ReadonlyMap<string, Tag>>(new Map())
  const { error, run } = useAction()
  const make = (tag: CreateTag) =>
    void run(async () => {
      const one = await createTag(tag)
      setTaken((before) => new Map(before).set(tag.name, one))
      made()
    })
  return (
    <section class="block" aria-labelledby="more-tags">
      <h2 id="more-tags">Tags that may be missing</h2>
      <p class="soft">Groups among the comments of the last {recentDays} days that have no tag.</p>
      <Refusal error={error} />
      {isOpen ? (
        <SuggestedTags query={recent()} make={may('manager') ? make : undefined} made={taken} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Look for some
        </button>
      )}
    </section>
  )
}
