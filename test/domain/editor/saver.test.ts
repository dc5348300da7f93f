import { describe, expect, test } from 'vitest'
import { Refused } from '../../../dashboard/models/api.ts'
import { type Draft, draftFrom } from '../../../dashboard/models/editor/draft.ts'
import type { Kept } from '../../../dashboard/models/editor/kept.ts'
import { createSaver, type Means } from '../../../dashboard/models/editor/saver.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { draftWith, edited, surveyWith } from './ground.ts'

type Patch = Parameters<Means['send']>[0]

/** A saver with a server, a browser's storage and a clock of the test's. */
function open({ survey = surveyWith(draftWith()), found = undefined as Kept | undefined, stores = true } = {}) {
  let server: Survey = survey
  let kept: Kept | null = found ?? null
  let due: { work: () => void; ms: number } | undefined
  const sent: Patch[] = []
  /** What the next requests meet instead of being saved. */
  const troubles: (Refused | 'lost answer')[] = []
  const saver = createSaver(survey, {
    async send(patch) {
      sent.push(patch)
      const trouble = troubles.shift()
      if (trouble instanceof Refused) throw trouble
      const { revision, ...fields } = patch
      if (revision !== server.revision) throw conflictWith(server)
      server = surveyWith(edited(draftFrom(server), fields), revision + 1)
      if (trouble) throw new Refused(0, null)
      return server
    },
    keep(next) {
      if (!stores) return false
      kept = next && structuredClone(next)
      return true
    },
    found,
    wait(work, ms) {
      const mine = { work, ms }
      due = mine
      return () => {
        if (due === mine) due = undefined
      }
    },
    refused() {},
  })
  return {
    saver,
    sent,
    troubles,
    get kept() {
      return kept
    },
    get server() {
      return server
    },
    get due() {
      return due?.ms
    },
    /** The pause is over. */
    async pass() {
      const work = due?.work
      due = undefined
      work?.()
      await settled()
    },
    /** Somebody else saves. */
    other(fields: Partial<Draft>) {
      server = surveyWith(edited(draftFrom(server), fields), server.revision + 1)
    },
  }
}

const conflictWith = (current: Survey) =>
  new Refused(409, { type: 'about:blank', title: 'Conflict', status: 409, current } as Refused['problem'])
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

describe('an edit', () => {
  test('is saved after a pause, only what changed of it, and kept until then', async () => {
    const it = open()
    expect([it.saver.saving.value.is, it.kept, it.due]).toEqual(['saved', null, undefined])
    it.saver.edit({ name: 'D' })
    it.saver.edit({ name: 'De' })
    expect([it.saver.saving.value.is, it.kept?.mine.name, it.sent.length]).toEqual(['waiting', 'De', 0])
    await it.pass()
    expect(it.sent).toEqual([{ name: 'De', revision: 1 }])
    expect([it.saver.saving.value.is, it.kept, it.server.name, it.due]).toEqual(['saved', null, 'De', undefined])
  })

  test('made while one is on its way follows it, on the revision that one made', async () => {
    const it = open()
    it.saver.edit({ name: 'First' })
    const first = it.saver.flush()
    expect(it.saver.saving.value.is).toBe('saving')
    it.saver.edit({ name: 'Second' })
    await it.saver.flush()
    expect(it.sent.length).toBe(1)
    await first
    expect([it.saver.saving.value.is, it.kept?.mine.name]).toEqual(['waiting', 'Second'])
    await it.pass()
    expect(it.sent.at(-1)).toEqual({ name: 'Second', revision: 2 })
    expect([it.server.name, it.kept]).toEqual(['Second', null])
  })

  test('that is taken back before it was sent sends nothing', async () => {
    const it = open()
    it.saver.edit({ name: 'Other' })
    it.saver.edit({ name: 'Survey' })
    expect([it.saver.saving.value.is, it.kept]).toEqual(['saved', null])
    await it.pass()
    expect(it.sent).toEqual([])
  })

  test('without a line is kept here, tried again ever more rarely, and nothing of it is lost', async () => {
    const it = open()
    it.troubles.push(...Array.from({ length: 7 }, () => new Refused(0, null)), new Refused(503, null))
    it.saver.edit({ name: 'Offline' })
    const pauses = []
    for (let i = 0; i < 8; i++) {
      await it.pass()
      pauses.push(it.due)
      expect(it.saver.saving.value).toEqual({ is: 'kept', safe: true })
      expect(it.kept?.mine.name).toBe('Offline')
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
    await it.pass()
    expect([it.saver.saving.value.is, it.server.name, it.kept]).toEqual(['saved', 'Offline', null])
  })

  test('whose answer was lost is not somebody else’s', async () => {
    const it = open()
    it.troubles.push('lost answer')
    it.saver.edit({ name: 'Saved all the same' })
    await it.pass()
    expect(it.saver.saving.value.is).toBe('kept')
    await it.pass()
    expect([it.saver.saving.value.is, it.server.revision, it.kept]).toEqual(['saved', 2, null])
  })

  test('the server won’t have waits for its faults to be mended', async () => {
    const it = open()
    const faults = [{ pointer: '/name', detail: 'too short' }]
    it.troubles.push(new Refused(422, { type: '', title: '', status: 422, errors: faults }))
    it.saver.edit({ name: '' })
    await it.pass()
    expect(it.saver.saving.value).toMatchObject({ is: 'refused', faults })
    expect([it.kept?.mine.name, it.due]).toEqual(['', undefined])
    it.saver.edit({ name: 'Mended' })
    await it.pass()
    expect([it.saver.saving.value.is, it.server.name]).toEqual(['saved', 'Mended'])
  })

  test('that is mended while the server refuses it is sent again by itself', async () => {
    const it = open()
    it.troubles.push(new Refused(422, { type: '', title: '', status: 422, errors: [] }))
    it.saver.edit({ name: '' })
    const refused = it.pass()
    it.saver.edit({ name: 'Mended' })
    await refused
    expect(it.saver.saving.value.is).toBe('refused')
    await it.pass()
    expect([it.saver.saving.value.is, it.server.name, it.sent.length]).toEqual(['saved', 'Mended', 2])
  })

  test('says so where this browser keeps nothing', async () => {
    const it = open({ stores: false })
    it.troubles.push(new Refused(0, null))
    it.saver.edit({ name: 'Only here' })
    await it.pass()
    expect(it.saver.saving.value).toEqual({ is: 'kept', safe: false })
  })
})

describe('of two who edit', () => {
  async function collide(mine: Partial<Draft>, theirs: Partial<Draft>) {
    const it = open()
    it.saver.edit(mine)
    it.other(theirs)
    await it.pass()
    expect(it.saver.saving.value).toMatchObject({ is: 'conflict', theirs })
    expect(it.server).toMatchObject(theirs)
    expect(it.kept?.mine).toMatchObject(mine)
    // What is typed now is kept, and not sent over theirs.
    await it.pass()
    await it.saver.flush()
    expect(it.sent.length).toBe(1)
    return it
  }

  test('the second is told, and may keep both where they touch different things', async () => {
    const it = await collide({ name: 'Mine' }, { touchpoint: 'cart' })
    await it.saver.decide('both')
    expect(it.server).toMatchObject({ name: 'Mine', touchpoint: 'cart', revision: 3 })
    expect([it.saver.saving.value.is, it.kept, it.saver.draft.value.touchpoint]).toEqual(['saved', null, 'cart'])
  })

  test('no both is offered where one would undo the other; mine goes over theirs only if chosen', async () => {
    const it = await collide({ name: 'Mine' }, { name: 'Theirs', touchpoint: 'cart' })
    expect(it.saver.both()).toBeUndefined()
    await it.saver.decide('mine')
    expect(it.server).toMatchObject({ name: 'Mine', touchpoint: '', revision: 3 })
  })

  test('theirs can be taken, and nothing is sent', async () => {
    const it = await collide({ name: 'Mine' }, { name: 'Theirs' })
    await it.saver.decide('theirs')
    expect([it.saver.draft.value.name, it.server.revision, it.saver.saving.value.is, it.kept]).toEqual([
      'Theirs',
      2,
      'saved',
      null,
    ])
    it.saver.edit({ name: 'On from there' })
    await it.pass()
    expect(it.server).toMatchObject({ name: 'On from there', revision: 3 })
  })
})

describe('what a closed page left', () => {
  const before = draftWith()
  const mine = edited(before, { name: 'Left here' })

  test('is saved when the editor is opened again', async () => {
    const it = open({ found: { revision: 1, base: before, mine } })
    expect([it.saver.draft.value.name, it.saver.saving.value.is]).toEqual(['Left here', 'waiting'])
    await it.pass()
    expect([it.server.name, it.kept]).toEqual(['Left here', null])
  })

  test('is weighed against what somebody saved since', async () => {
    const survey = surveyWith(edited(before, { touchpoint: 'cart' }), 4)
    const it = open({ survey, found: { revision: 1, base: before, mine } })
    expect(it.saver.saving.value).toMatchObject({ is: 'conflict', theirs: { revision: 4 } })
    await it.saver.decide('both')
    expect(it.server).toMatchObject({ name: 'Left here', touchpoint: 'cart', revision: 5 })
  })

  test('is let go of where it is saved already', () => {
    const it = open({ survey: surveyWith(mine, 2), found: { revision: 1, base: before, mine } })
    expect([it.saver.saving.value.is, it.kept]).toEqual(['saved', null])
  })
})
