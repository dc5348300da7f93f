import { useState } from 'preact/hooks'
import type { DistinctPhrase } from '../../worker/contract/phrases.ts'
import { headingOf, phraseMeaning, type Side } from '../models/talk.ts'
import { number } from '../models/wording.ts'
import { Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { useWalk } from './use-walk.ts'

interface Props {
  side: Side
  other: Side
  /** The longest bar's share. */
  reach: number
  search: ((phrase: string) => void) | undefined
}

const first = 8
const tones: Record<string, string> = { detractor: 'bad', dissatisfied: 'bad', difficult: 'bad' }

/** What one crowd says more often, with both counts and a bar for each. */
export function TalkSide({ side, other, reach, search }: Props) {
  const [all, setAll] = useState(false)
  const walk = useWalk()
  const { crowd, name } = side
  const shown = all ? crowd.phrases : crowd.phrases.slice(0, first)
  const tone = crowd.category ? (tones[crowd.category] ?? 'good') : ''
  const heading = headingOf(side)
  return (
    <div>
      <h3>{heading}</h3>
      {shown.length === 0 ? (
        <p class="small soft">Nothing that isn’t said as often {crowd.category ? `by ${other.name}` : other.name}.</p>
      ) : (
        <table class={`breakdown ${tone}`} aria-label={heading} {...walk}>
          <Columns of={[['Phrase'], [name, 'r'], [other.name, 'r'], ['Share', 'drawn']]} />
          <tbody>
            {shown.map((phrase) => (
              <PhraseRow key={phrase.phrase} {...{ phrase, side, other, reach, search }} />
            ))}
          </tbody>
        </table>
      )}
      {crowd.phrases.length > shown.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          Show all {number(crowd.phrases.length)}
        </button>
      )}
    </div>
  )
}

function PhraseRow({ phrase, side, other, reach, search }: Props & { phrase: DistinctPhrase }) {
  const [own, others] = [side.own(phrase), side.others(phrase)]
  const words = <bdi>{phrase.phrase}</bdi>
  return (
    <tr>
      <th scope="row">
        {search ? (
          <button type="button" class="link" onClick={() => search(phrase.phrase)}>
            {words}
          </button>
        ) : (
          words
        )}
      </th>
      <Count n={own} of={side} phrase={phrase} />
      <Count n={others} of={other} phrase={phrase} />
      <td class="drawn">
        <i class="share" style={{ width: `${(100 * own) / side.crowd.n / reach}%` }} />
        <i class="share" style={{ width: `${(100 * others) / other.crowd.n / reach}%` }} />
      </td>
    </tr>
  )
}

function Count({ n, of, phrase }: { n: number; of: Side; phrase: DistinctPhrase }) {
  const share = (100 * n) / of.crowd.n
  return (
    <td class="r num">
      <Definition meaning={phraseMeaning(n, of, phrase)}>{number(n)}</Definition>
      <small class="soft">
        <Definition meaning={phraseMeaning(n, of, phrase)}>{number(share, share > 0 && share < 10 ? 1 : 0)} %</Definition>
      </small>
    </td>
  )
}
