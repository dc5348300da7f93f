import { expect, vi } from 'vitest'
import { insertShop } from '../support/other-shop.ts'
import { migrate, shopOrigin } from '../support/shop.ts'
import { here, prepareTours } from '../support/tours.ts'
import { attacksOf, shapeOf } from './attacks.ts'
import type { Named } from './judge.ts'
import type { Cut } from './marked-db.ts'
import { rareStories } from './rare-stories.ts'
import { learnTables, readState, restore, type State } from './snapshot.ts'
import { began, type Copy, newCopy, perform, type Sent } from './stage.ts'
import { fillUp, type Stage, stories } from './stories.ts'

/** What came of a story. */
export interface Played {
  /** Every request with its answer, in turn, then what the database holds. */
  lines: string[]
  /** The predicates that each of the lines came across. */
  reached: Set<number>[]
}

/** Where both shops are and all the other one has; each story begins here. */
let ground: State
let toAsking: () => void
/** The shop that asks, and the one beside it with its survey. */
let asking: Named
let other: Named & { survey: string }
export const bothSites = () => [asking, other] as const
/** What was sent for the shop beside, by story. */
const beside = new Map<string, Sent[]>()

const kept = { status: 404, headers: { 'Content-Type': 'application/problem+json' } }
const none: ReadonlySet<number> = new Set()

function stageOf(copy: Copy, asks: boolean): Stage {
  return {
    copy,
    asks,
    own: (asking, other) => (asks ? asking : other),
    later: async (ms) => {
      vi.setSystemTime(Date.now() + ms)
      await copy.minute()
    },
  }
}

/**
 * Two shops: the installation's first, for which every story is told but for what it deletes, and which has as much of everything as a site may
 * have; and one that came later and asks. Both are called alike wherever a shop may choose, and the first comes first in every order.
 */
export async function prepare(): Promise<void> {
  vi.useFakeTimers({ now: began, toFake: ['Date'] })
  await migrate()
  await learnTables()
  const copyFor = (words: string) => newCopy(words, { off: none, reached: new Set() })
  let toBeside = () => {}
  for (const [words, prepared] of [
    ['beside', async () => (toBeside = await prepareTours())],
    [
      'asking',
      async () => {
        const shop = await insertShop('zz', [shopOrigin], { timeZone: 'Europe/Berlin', dimensions: ['touchpoint', 'tier'] })
        asking = shop.site
        toAsking = await prepareTours(shop, 'zz.example')
      },
    ],
  ] as const) {
    const copy = copyFor(words)
    await perform('ground', copy, prepared, copy.answer)
  }
  toBeside()
  for (const [name, story] of Object.entries(stories)) {
    const copy = copyFor(`beside ${name}`)
    const sent: Sent[] = []
    beside.set(name, sent)
    await perform(
      name,
      copy,
      () => story(stageOf(copy, false)),
      async (one) => {
        sent.push(one)
        // What it has made stays.
        if (one.method === 'DELETE') return Response.json({ type: 'about:blank', title: 'Kept', status: 404 }, kept)
        return await copy.answer(one)
      },
    )
  }
  other = { ...here().shop.site, survey: here().survey }
  await fillUp(other.id)
  ground = await readState()
}

/** How a story is told otherwise. */
interface Change {
  /** The predicates that are left out. */
  off?: readonly number[]
  /** Whether requests are sent with the other shop's ids too. */
  foreign?: boolean
  watch?: Cut['watch']
}

class Differs extends Error {}

/**
 * Tells a story of the shop that asks on a copy of the worker without the predicates `off`, sending with each request those that have the
 * other shop's ids in its place, and has the database then be as it was before.
 */
async function tell(
  name: string,
  { off = [], foreign = true, watch }: Change,
  hear: (line: string, reached: Set<number>) => void,
): Promise<void> {
  const cut = { off: new Set(off), reached: new Set<number>(), watch }
  const copy = newCopy(`asking ${name}`, cut)
  const note = (told: string) => {
    const reached = new Set(cut.reached)
    cut.reached.clear()
    // Of chances that the database takes itself nothing is to be seen.
    hear(told.replace(/_[0-9a-f]{16}(?:[0-9a-f]{8})?\b/g, '_…'), reached)
  }
  const answer = async (sent: Sent, as: string) => {
    const answered = await copy.answer(sent)
    const body = new TextDecoder().decode(await answered.clone().arrayBuffer())
    note(`${as} ${sent.method} ${sent.text}: ${answered.status} ${body}`)
    return answered
  }
  let n = 0
  // The other shop was not asked all of it.
  const twinOf = (sent: Sent) => {
    const all = beside.get(name) ?? []
    const at = all.findIndex((one, i) => i >= n && shapeOf(one) === shapeOf(sent))
    if (at >= 0) n = at + 1
    return all[at]
  }
  toAsking()
  try {
    await perform(
      name,
      copy,
      () => (stories[name] as (stage: Stage) => Promise<unknown>)(stageOf(copy, true)),
      async (sent) => {
        const theirs = foreign ? twinOf(sent) : undefined
        for (const attack of theirs ? attacksOf(sent, theirs) : []) await answer(attack, 'foreign')
        return await answer(sent, 'own')
      },
    )
  } catch (error) {
    if (error instanceof Differs) throw error
    note(`thrown ${error}`)
  }
  // Whoever looks at each statement has seen what it wrote.
  if (watch) note('told')
  else for (const [table, rows] of await readState()) note(`${table} ${rows}`)
}

async function restored<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } finally {
    await restore(ground, await readState())
  }
}

export async function play(name: string, change: Change = {}): Promise<Played> {
  const played: Played = { lines: [], reached: [] }
  await restored(() =>
    tell(name, change, (line, reached) => {
      played.lines.push(line)
      played.reached.push(reached)
    }),
  )
  return played
}

/** Tells one of the rare stories, `watch` being told of its statements; which predicates it came across. */
export async function playRare(name: string, watch: Cut['watch']): Promise<Set<number>> {
  const reached = new Set<number>()
  const copy = newCopy(`asking ${name}`, { off: none, reached, watch })
  const story = rareStories[name] as (typeof rareStories)[string]
  toAsking()
  await restored(() =>
    perform(name, copy, () => story({ ...stageOf(copy, true), beside: { site: other.id, survey: other.survey } }), copy.answer),
  )
  return reached
}

/** Whether something is other than it was `played`, and what, as soon as it is. */
export async function differs(name: string, { lines }: Played, change: Change = {}): Promise<string | undefined> {
  let n = 0
  const compare = (line: string) => {
    const expected = lines[n++]
    if (line !== expected) throw new Differs(`${expected?.slice(0, 300)} ≠ ${line.slice(0, 300)}`)
  }
  try {
    await restored(() => tell(name, change, compare))
    return undefined
  } catch (error) {
    if (error instanceof Differs) return error.message
    throw error
  }
}

/** Fails where a story leaves something behind in spite of all. */
export async function expectRestored(): Promise<void> {
  expect(await readState()).toEqual(ground)
}
