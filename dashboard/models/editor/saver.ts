import { signal } from '@preact/signals'
import type { EditConflict, Survey } from '../../../worker/contract/survey.ts'
import { Refused } from '../api.ts'
import { type Draft, draftFrom, edited, isSame, merged, patchBetween } from './draft.ts'
import type { Kept } from './kept.ts'

/** What is wrong with a draft, and where (RFC 6901). */
export type Faults = { pointer: string; detail: string }[]

/**
 * Where the newest edit is. `waiting`: not sent yet. `kept`: could not be sent, lies in this browser and is tried again. `refused`: the
 * server won't have it until its faults are mended. `conflict`: somebody else saved first; nothing is sent until it is decided.
 */
export type Saving =
  | { is: 'saved' | 'waiting' | 'saving' }
  | { is: 'kept'; safe: boolean }
  | { is: 'refused'; faults: Faults; detail: string }
  | { is: 'conflict'; theirs: Survey }

export interface Means {
  send: (patch: Partial<Draft> & { revision: number }) => Promise<Survey>
  /** False where nothing can be kept. */
  keep: (kept: Kept | null) => boolean
  found: Kept | undefined
  /** Calls back after ms; answers how to stop that. */
  wait: (work: () => void, ms: number) => () => void
  refused: (error: unknown) => void
}

const pauseMs = 700
const mostPauseMs = 60_000

export type Saver = ReturnType<typeof createSaver>

/** A survey being edited: the draft as it stands on the screen, and its way to the server. Nothing typed is let go of before it is there. */
export function createSaver(opened: Survey, { send, keep, found, wait, refused }: Means) {
  const survey = signal(opened)
  const draft = signal(found?.mine ?? draftFrom(opened))
  const saving = signal<Saving>({ is: 'saved' })
  let { revision } = opened
  let base = draftFrom(opened)
  let stop = () => {}
  let failures = 0

  const isClean = () => isSame(base, draft.value)
  const keepMine = () => keep(isClean() ? null : { revision, base, mine: draft.value })

  function later(ms: number) {
    stop()
    stop = wait(() => void flush(), ms)
  }

  function settle(answer: Survey, sent: Draft) {
    survey.value = answer
    revision = answer.revision
    base = sent
    failures = 0
    keepMine()
    if (isClean()) saving.value = { is: 'saved' }
    else {
      saving.value = { is: 'waiting' }
      later(pauseMs)
    }
  }

  function fail(error: unknown, sent: Draft) {
    if (!(error instanceof Refused)) throw error
    refused(error)
    const current = error.status === 409 && (error.problem as EditConflict | null)?.current
    // Its own save, whose answer was lost on the way.
    if (current && isSame(draftFrom(current), sent)) return settle(current, sent)
    if (current) saving.value = { is: 'conflict', theirs: current }
    else if (error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 408 && error.status !== 429) {
      saving.value = { is: 'refused', faults: error.problem?.errors ?? [], detail: error.message }
      // What was typed meanwhile may have mended it.
      if (draft.value !== sent) later(pauseMs)
    } else {
      saving.value = { is: 'kept', safe: keepMine() }
      later(Math.min(2_000 * 2 ** failures++, mostPauseMs))
    }
  }

  /** Sends what isn't saved, now. */
  async function flush(): Promise<void> {
    stop()
    if (saving.value.is === 'saving' || saving.value.is === 'conflict') return
    if (isClean()) {
      saving.value = { is: 'saved' }
      return
    }
    const sent = draft.value
    saving.value = { is: 'saving' }
    try {
      settle(await send({ ...patchBetween(base, sent), revision }), sent)
    } catch (error) {
      fail(error, sent)
    }
  }

  function change(next: Draft) {
    draft.value = next
    const safe = keepMine()
    const { is } = saving.value
    if (is === 'saving' || is === 'conflict') return
    if (is === 'kept') saving.value = { is, safe }
    else saving.value = isClean() ? { is: 'saved' } : { is: 'waiting' }
    later(pauseMs)
  }

  /** After a conflict: goes on from what the other saved. */
  function goOnWith(theirs: Survey, next: Draft) {
    survey.value = theirs
    revision = theirs.revision
    base = draftFrom(theirs)
    saving.value = { is: 'waiting' }
    change(next)
    return flush()
  }

  if (found && !isSame(found.mine, base)) {
    if (found.revision === revision) {
      saving.value = { is: 'waiting' }
      later(0)
    } else saving.value = { is: 'conflict', theirs: opened }
    base = found.base
  } else keep(null)

  return {
    survey,
    draft,
    saving,
    flush,
    /** Edits some fields. */
    edit: (fields: Partial<Draft>) => change(edited(draft.value, fields)),
    /** What this edit began with. */
    begun: () => base,
    isClean,
    /** Both edits in one, where that is possible. */
    both: () => (saving.value.is === 'conflict' ? merged(base, draft.value, draftFrom(saving.value.theirs)) : undefined),
    /** Ends a conflict: mine over theirs, theirs, or both. */
    decide(how: 'mine' | 'theirs' | 'both') {
      if (saving.value.is !== 'conflict') return
      const { theirs } = saving.value
      const both = merged(base, draft.value, draftFrom(theirs)) ?? draft.value
      return goOnWith(theirs, how === 'theirs' ? draftFrom(theirs) : how === 'both' ? both : draft.value)
    },
    /** The survey as somebody or something else than an edit left it: published, or loaded again. */
    take(answer: Survey) {
      survey.value = answer
      revision = answer.revision
    },
    /** Nothing is sent any more by itself. */
    rest: () => stop(),
  }
}
