import { useState } from 'preact/hooks'
import type { HeldChange, HeldOnes, HeldResponse, Quarantine } from '../../worker/contract/quarantine.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { useFurther } from '../models/further.ts'
import { heldWords, quarantinePath, reasonWords } from '../models/held.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { Bones } from './bones.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { More } from './more.tsx'
import { Refusal } from './refusal.tsx'
import { Verbatim } from './verbatim.tsx'

type What = 'restore' | 'purge'
const done: Record<What, string> = { restore: 'let in', purge: 'erased' }

/** What is held back, each with its reasons, to be let in or erased, one by one or together. */
export function HeldAnswers({ survey }: { survey: Survey }) {
  const path = quarantinePath(survey.id)
  const [turn, setTurn] = useState(0)
  const [told, setTold] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { busy, error, run } = useAction()
  const first = useResource<Quarantine>(path, turn)
  const further = useFurther(`${ofSite(path)} ${turn} ${first.data?.next}`, first.data?.next ?? null, (cursor) =>
    call<Quarantine>('GET', ofSite(`${path}?cursor=${cursor}`)),
  )
  if (!first.data) return first.error ? <Refusal error={first.error} /> : <Bones />
  const { count, items } = first.data
  const shown = [...items, ...further.items]

  const act = (what: What, ones: HeldOnes) =>
    run(async () => {
      let changed = 0
      try {
        for (let left = 1; left > 0; ) {
          const answer = await call<HeldChange>('POST', ofSite(`${path}/${what}`), ones)
          changed += answer.changed
          left = ones.all && answer.changed > 0 ? answer.left : 0
        }
      } finally {
        setTold(`${number(changed)} ${changed === 1 ? 'answer' : 'answers'} ${done[what]}.`)
        setSelected(new Set())
        setTurn((n) => n + 1)
      }
    })
  const toggle = (id: string) =>
    setSelected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <section class="block" aria-labelledby="held">
      <div class="row made-head">
        <h2 id="held">{count === 0 ? 'Nothing is held back' : heldWords(count)}</h2>
        {count > 1 && (
          <>
            <button type="button" disabled={busy} onClick={() => void act('restore', { all: true })}>
              Let all in
            </button>
            <ConfirmButton
              verb="Erase all"
              what="answers held back"
              disabled={busy}
              act={() => void act('purge', { all: true })}
            />
          </>
        )}
      </div>
      <p class="soft">
        They look forged, and are in no number, list or export. Let in what is honest: it counts at once. What is erased is gone
        for good.
      </p>
      <Refusal error={error} />
      <p class="small" role="status">
        {busy ? 'A moment …' : told}
      </p>
      {shown.map((item) => (
        <Held
          key={item.id}
          {...{ item, survey, busy }}
          isSelected={selected.has(item.id)}
          select={() => toggle(item.id)}
          act={(what) => void act(what, { responses: [item.id] })}
        />
      ))}
      <More {...further} />
      <BulkBar count={selected.size} clear={() => setSelected(new Set())}>
        <button type="button" disabled={busy} onClick={() => void act('restore', { responses: [...selected] })}>
          Let in
        </button>
        <ConfirmButton
          verb="Erase"
          what="all selected"
          disabled={busy}
          act={() => void act('purge', { responses: [...selected] })}
        />
      </BulkBar>
    </section>
  )
}

interface HeldProps {
  item: HeldResponse
  survey: Survey
  busy: boolean
  isSelected: boolean
  select: () => void
  act: (what: What) => void
}

function Held({ item, survey, busy, isSelected, select, act }: HeldProps) {
  return (
    <div class={isSelected ? 'held selected' : 'held'}>
      <label class="select">
        <span class="hidden">Select this answer</span>
        <input type="checkbox" checked={isSelected} onChange={select} />
      </label>
      <Verbatim item={item} questions={survey.questions} />
      <p class="small why">Held back: {item.reasons.map((reason) => reasonWords[reason]).join('; ')}.</p>
      <div class="row">
        <button type="button" disabled={busy} onClick={() => act('restore')}>
          Let in
        </button>
        <ConfirmButton verb="Erase" what="this answer" disabled={busy} act={() => act('purge')} />
      </div>
    </div>
  )
}
