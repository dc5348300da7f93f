import type { Phrases } from '../../worker/contract/phrases.ts'
import { type Filters, phrasesQuery } from '../models/filters.ts'
import { useResource } from '../models/resource.ts'
import { sidesOf, sizeOf } from '../models/talk.ts'
import { Choice } from './choice.tsx'
import { goToWords } from './go-to-words.ts'
import { Refusal } from './refusal.tsx'
import { TalkSide } from './talk-side.tsx'

interface Props {
  survey: string
  isScored: boolean
  filters: Filters
  change: (change: Partial<Filters>) => void
}

/** What one crowd says more often than another: both ends of the scale, or these days and those before. */
export function Talk({ survey, isScored, filters, change }: Props) {
  const against = isScored ? filters.talk : 'before'
  // Comments are read one by one, not counted: too dear to be read again with every answer.
  const path = `/api/v1/surveys/${encodeURIComponent(survey)}/phrases?${phrasesQuery(filters, against)}`
  const { data, error, loading } = useResource<Phrases>(path)
  return (
    <section class="talk" aria-labelledby="talk">
      <div class="row">
        <h2 id="talk">What people talk about</h2>
        {isScored && (
          <Choice
            name="Compare the words of"
            of={[
              ['score', 'best and worst scores'],
              ['before', 'new in this period'],
            ]}
            chosen={against}
            choose={(talk) => change({ talk })}
          />
        )}
        <span class="small soft">a phrase searches their words</span>
      </div>
      <Refusal error={error} />
      {!error && !data && <div class="bone late" style={{ height: '320px', marginTop: '16px' }} />}
      {!error && data && (
        <div class={loading ? 'stale' : ''} aria-busy={loading}>
          <Compared data={data} filters={filters} change={change} />
        </div>
      )}
    </section>
  )
}

function Compared({ data, filters, change }: { data: Phrases } & Pick<Props, 'filters' | 'change'>) {
  const sides = sidesOf(data)
  const [here, there] = sides
  const sizes = `${sizeOf(here)}, ${sizeOf(there)}`
  if (sides.some(({ crowd }) => crowd.n < data.least))
    return (
      <p class="notice small num">
        Too few comments to compare: each side needs {data.least}. In these days and filters there are {sizes}.
      </p>
    )
  const phrases = sides.flatMap(({ crowd, own, others }) =>
    crowd.phrases.flatMap((phrase) => [own(phrase) / crowd.n, others(phrase) / (crowd === here.crowd ? there : here).crowd.n]),
  )
  if (phrases.length === 0)
    return <p class="notice small num">No phrase is said more often by one side than chance explains. Read: {sizes}.</p>
  const reach = Math.max(...phrases)
  // The same phrase again takes the search back.
  function search(side: (typeof sides)[number], phrase: string) {
    const q = `"${phrase}"`
    change(filters.q === q ? { q: '' } : { q, category: side.crowd.category ?? filters.category })
    goToWords()
  }
  return (
    <>
      <div class="two">
        <TalkSide side={here} other={there} reach={reach} search={(phrase) => search(here, phrase)} />
        <TalkSide
          side={there}
          other={here}
          reach={reach}
          // What was said before is not among these days' words.
          search={there.crowd.category ? (phrase) => search(there, phrase) : undefined}
        />
      </div>
      <p class="small soft num">
        Read: {sizes}. Of all these phrases at most {100 * data.falseDiscoveryRate} % are expected to be chance.
      </p>
    </>
  )
}
