import { useEffect, useRef } from 'preact/hooks'
import type { Suggestions } from '../../worker/contract/phrases.ts'
import type { CreateTag, Tag } from '../../worker/contract/tags.ts'
import { useResource } from '../models/resource.ts'
import { number } from '../models/wording.ts'
import { Refusal } from './refusal.tsx'

interface Props {
  /** Of the route: `from=…&to=…`, `survey=…`, `segment.DIMENSION=…`. */
  query: string
  /** Takes a suggestion up; undefined for who may not make tags. */
  make: ((tag: CreateTag) => void) | undefined
  /** Those that were taken up, by what they were called here. */
  made: ReadonlyMap<string, Tag>
}

/** Groups among the comments without a tag, each a tag that could be made. */
export function SuggestedTags({ query, make, made }: Props) {
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
        <Suggested key={suggestion.name} suggestion={suggestion} of={data} make={make} made={made.get(suggestion.name)} />
      ))}
    </ul>
  )
}

type Suggestion = Suggestions['suggestions'][number]

interface SuggestedProps {
  suggestion: Suggestion
  of: Suggestions
  make: Props['make']
  made: Tag | undefined
}

function Suggested({ suggestion, of, make, made }: SuggestedProps) {
  const { name, words, n, samples } = suggestion
  const link = useRef<HTMLAnchorElement>(null)
  // The button that was pressed is gone.
  useEffect(() => link.current?.focus(), [made])
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
        {made && (
          <span class="small" role="status">
            Made:{' '}
            <a ref={link} class={`tag-chip tint-${made.colour}`} href={`/tags/${made.id}`}>
              <bdi>{made.name}</bdi>
            </a>
          </span>
        )}
        {make && !made && (
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
