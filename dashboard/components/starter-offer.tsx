import type { StarterTags, Tags } from '../../worker/contract/tags.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { rulesInShort } from '../models/tag-words.ts'
import { Refusal } from './refusal.tsx'
import { TagName } from './tag-name.tsx'

/** What a shop without tags may begin with, and what that would add. */
export function StarterOffer({ added }: { added: () => void }) {
  const { data, error: unread } = useResource<StarterTags>('/api/v1/tags/starter')
  const { busy, error, run } = useAction()
  const add = () =>
    run(async () => {
      await call<Tags>('POST', ofSite('/api/v1/tags/starter'))
      added()
    })
  return (
    <section class="block first starter" aria-labelledby="starter">
      <h2 id="starter">Begin with what shops hear most</h2>
      <p class="soft">These look for words in seven languages. Whatever doesn’t fit your shop can be changed or archived.</p>
      <Refusal error={unread ?? error} />
      <ul class="list">
        {data?.tags.map(({ name, colour, description, rules }) => (
          <li key={name}>
            <span>
              <TagName name={name} colour={colour ?? 'slate'} /> {description}
            </span>
            <small class="soft">{rulesInShort(rules)}</small>
          </li>
        ))}
      </ul>
      <p class="row beneath">
        <button type="button" class="primary" disabled={busy || !data} onClick={add}>
          Add these {data?.tags.length} tags
        </button>
        <a class="button" href="/tags/new">
          Begin with one of your own
        </a>
      </p>
    </section>
  )
}
