import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Learning } from '../../worker/contract/tags.ts'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { Retagging } from '../components/retagging.tsx'
import { TagEditor } from '../components/tag-editor.tsx'
import { TagEnd } from '../components/tag-end.tsx'
import { TagFigures } from '../components/tag-figures.tsx'
import { TagJudged } from '../components/tag-judged.tsx'
import { usePolled } from '../models/polled.ts'
import { useResource } from '../models/resource.ts'
import { useTags } from '../models/tags.ts'
import { NotFound } from './not-found.tsx'

/** One tag: what it looks for and what that would do, how well it is given, and how it ends. `new` is the one that isn't there yet. */
export function Tag() {
  const { id = '' } = useRoute().params
  return <Screen key={id} id={id} />
}

function Screen({ id }: { id: string }) {
  const { data, error, reload } = useTags()
  const learning = useResource<Learning>('/api/v1/tags/learning')
  usePolled(data?.retagging.state === 'running', reload)
  usePolled(learning.data?.state === 'running', learning.reload)
  const isNew = id === 'new'
  const tag = data?.tags.find((one) => one.id === id)
  const title = isNew ? 'New tag' : tag?.name
  useEffect(() => {
    document.title = `${title ?? 'Tag'} · Earshot`
  }, [title])
  if (data && !tag && !isNew) return <NotFound />
  // What stands beneath waits for what stands above it: a button must not move from under the pointer.
  const isWhole = learning.data !== undefined || learning.error !== undefined
  const judged = learning.data?.tags.find((one) => one.id === id)
  return (
    <>
      <Progress busy={!(data && isWhole) && !error} />
      <header class="top">
        <Heading>{title && <bdi>{title}</bdi>}</Heading>
        {tag?.archived && <span class="badge paused">archived</span>}
        <a href="/tags" class="small">
          All tags
        </a>
      </header>
      <Refusal error={error} />
      {data && <Retagging of={data.retagging} />}
      {data && <TagEditor tag={tag} saved={reload} />}
      {tag && data && isWhole && <TagFigures tag={tag} turn={data.retagging.done} />}
      {tag && judged && learning.data && <TagJudged {...{ tag, judged }} learning={learning.data} changed={learning.reload} />}
      {tag && data && isWhole && (
        <TagEnd tag={tag} others={data.tags.filter((one) => one.id !== id && !one.archived)} changed={reload} />
      )}
    </>
  )
}
