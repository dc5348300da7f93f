import { useState } from 'preact/hooks'
import type { RulesPreview as Preview } from '../../worker/contract/tags.ts'
import { piecesAt } from '../models/highlight.ts'
import { number } from '../models/wording.ts'

interface Props {
  data: Preview | undefined
  error: string | undefined
  busy: boolean
  /** What is missing before anything can be tried: rules, or other words than those marked. */
  waits: 'rules' | 'words' | undefined
}

const missing = {
  rules: 'Name something to look for. A tag without rules is only given by hand, and by what that teaches.',
  words: 'Change or remove what is marked to see what the rest finds.',
}
/** Of each change, before all are asked for. */
const shownOfEach = 3

const changes = { added: 'would be added', kept: 'as today', removed: 'would be taken off' }

/** What rules would do to the newest comments, with some of them. */
export function RulesPreview({ data, error, busy, waits }: Props) {
  return (
    <section class="preview" aria-labelledby="preview" aria-busy={busy}>
      <h2 id="preview">What that would do</h2>
      <div class={busy && data ? 'stale' : ''} role="status">
        {waits && <p class="soft">{missing[waits]}</p>}
        {error && <p class="caution">{error}</p>}
        {!waits && !data && !error && <p class="soft">Trying …</p>}
        {data && <Sum of={data} />}
      </div>
      {data && data.samples.length > 0 && <Samples of={data.samples} busy={busy} />}
    </section>
  )
}

function Samples({ of: samples, busy }: { of: Preview['samples']; busy: boolean }) {
  const [all, setAll] = useState(false)
  const shown = all ? samples : firstOfEach(samples)
  return (
    <>
      <ul class={busy ? 'samples stale' : 'samples'} aria-label="Samples">
        {shown.map(({ response, comment, change, marks }) => (
          <li key={response} class={change}>
            <p dir="auto">{piecesAt(comment, marks).map((piece) => (piece.isHit ? <mark>{piece.text}</mark> : piece.text))}</p>
            <small class="soft">{changes[change]}</small>
          </li>
        ))}
      </ul>
      {samples.length > shown.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          Show all {number(samples.length)}
        </button>
      )}
    </>
  )
}

/** Some of each change, so that none hides behind another. */
function firstOfEach(samples: Preview['samples']): Preview['samples'] {
  return Object.values(Object.groupBy(samples, ({ change }) => change)).flatMap((of) => of.slice(0, shownOfEach))
}

function Sum({ of: { matched, of, added, removed } }: { of: Preview }) {
  const unchanged = added === 0 && removed === 0
  return (
    <>
      <p class="num sum">
        Would tag <b>{number(matched)}</b> of {number(of)} comments
      </p>
      <p class="small soft num">
        {unchanged
          ? 'Nothing changes for them.'
          : `${number(added)} added and ${number(removed)} taken off, against today. What was decided by hand stays.`}
      </p>
    </>
  )
}
