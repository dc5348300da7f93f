import type { DraftAbout, LoaderSurvey } from '../../worker/contract/widget.ts'
import type { Chrome } from './host.ts'
import { TryAs } from './try-as.tsx'
import type { Row, State } from './watch.ts'

interface Props {
  about: DraftAbout
  site: string
  survey: LoaderSurvey
  rows: readonly Row[]
  state: State
  chrome: Chrome
}

/** What the owner sees of a draft on the shop's own page. Always in English and left to right, as the dashboard is. */
export function Panel({ about, site, survey, rows, state, chrome }: Props) {
  const stopping = rows.filter(({ passed, name }) => !passed && name !== 'Delay').map(({ name }) => name)
  return (
    <Frame chrome={chrome} title={about.name}>
      <p class={`state ${state}`} role="status">
        {wordsOf(state, stopping, survey.delay)}
      </p>
      {!chrome.folded && (
        <div class="body">
          {/* biome-ignore lint/a11y/useSemanticElements: what scrolls has to be reached by keys, and be named */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the same */}
          <div class="list" role="group" aria-label="Gates" tabIndex={0}>
            <ul>
              {rows.map((row, i) => (
                <GateRow key={`${row.name} ${i}`} row={row} />
              ))}
            </ul>
          </div>
          <TryAs site={site} survey={survey} />
        </div>
      )}
    </Frame>
  )
}

/** On a page whose link leads nowhere any more. */
export function Lapsed({ chrome }: { chrome: Chrome }) {
  return (
    <Frame chrome={chrome} title="Earshot">
      <p class="state stopped" role="status">
        This link to a draft has lapsed or was revoked, so nothing is asked here. Make another in the editor.
      </p>
    </Frame>
  )
}

function Frame({ chrome, title, children }: { chrome: Chrome; title: string; children: preact.ComponentChildren }) {
  const { corner, folded, move, fold } = chrome
  return (
    <section class={`${corner} ${folded ? 'folded' : ''}`} aria-label="Earshot: why it shows or not" lang="en" dir="ltr">
      <header>
        <h2>
          <small>Draft, as a test</small>
          <bdi>{title}</bdi>
        </h2>
        <button type="button" class="quiet" onClick={move} aria-label="Move to another corner">
          Move
        </button>
        <button type="button" class="quiet" onClick={fold} aria-expanded={!folded}>
          Details
        </button>
      </header>
      {children}
    </section>
  )
}

function GateRow({ row: { name, passed, waits, words } }: { row: Row }) {
  const kind = passed ? 'passed' : waits ? 'waits' : 'stops'
  return (
    <li class={kind}>
      <span class="mark" role="img" aria-label={passed ? 'Passed:' : waits ? 'Waits:' : 'Stops it:'} />
      <span>
        <b>{name}</b> <bdi>{words}</bdi>
      </span>
    </li>
  )
}

function wordsOf(state: State, stopping: readonly string[], delay: number): string {
  switch (state) {
    case 'stopped':
      return stopping.length > 0 ? `Not shown. In its way: ${stopping.join(', ')}` : 'Not shown yet'
    case 'due':
      return delay > 0 ? `Every gate is passed: it shows after ${delay} s` : 'Every gate is passed: it shows now'
    case 'open':
      return 'It shows. What is answered is a test and counts nowhere'
    case 'stored':
      return 'Answered and stored as a test. It now rests, as it would for a shopper'
    case 'dismissed':
      return 'Dismissed. It now rests, as it would for a shopper'
  }
}
