import type { Suggestions } from '../../worker/contract/phrases.ts'
import type { CreateTag } from '../../worker/contract/tags.ts'
import { useResource } from '../models/resource.ts'
import { number } from '../models/wording.ts'
import { Refusal } from './refusal.tsx'

interface Props {
  /** Of the route: `from=…&to=…`, `survey=…`, `segment.DIMENSION=…`. */
  query: string
  /** Takes a suggestion up; undefined for who may not make tags. */
  make: ((tag: CreateTag) => void) | undefined
}

/** Groups among the comments without a tag, each a tag that could be made. */
export function SuggestedTags({ query, make }: Props) {
  const { data, error, loading } = useResource<Suggestions>(`/api/v1/tags/suggestions?${query}`)
  if (error) return <Refusal error={error} />
  if (!data) return <div class="bone late" style={{ height: '160px' }} />
  if (data.suggestions.length === 0)
    return (
      <p class="notice small num">
        {data.n === 0 ? 'Every comment of these days has a tag.' : `Nothing that ${number(data.n)} comments without a tag share.`}
      </p>
    )
  return (
    <ul class={loading ? 'suggested stale' : 'suggested'} aria-busy={loading}>
      {data.suggestions.map((suggestion) => (
        <Suggested key={suggestion.name} suggestion={suggestion} of={data} make={make} />
      ))}
    </ul>
  )
}

type Suggestion = Suggestions['suggestions'][number]

function Suggested({ suggestion, of, make }: { suggestion: Suggestion; of: Suggestions; make: Props['make'] }) {
  const { name, words, n, samples } = suggestion
  return (
    <li>
      <p class="row">
        <b>
          <bdi>{name}</bdi>
        </b>
        <span class="small soft num">
          {number(n)} of {number(of.n)} without a tag
          {words.length > 1 && (
            <>
              ; also <bdi>{words.slice(1).join(', ')}</bdi>
            </>
          )}
        </span>
        {make && (
          <button
            type="button"
            aria-label={`Make a tag of ${name}`}
            onClick={() => make({ name, description: '', rules: [{ any: words, all: [], not: [] }] })}
          >
            Make a tag
          </button>
        )}
      </p>
      {samples.map(({ response, comment }) => (
        <p key={response} class="small soft" dir="auto">
          {comment}
        </p>
      ))}
    </li>
  )
}
