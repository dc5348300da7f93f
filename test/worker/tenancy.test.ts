import { env } from 'cloudflare:workers'
import { predicates, queries } from 'virtual:marked-worker'
import { beforeAll, describe, expect, it } from 'vitest'
import { differs, expectRestored, type Played, play, prepare } from './tenancy/play.ts'
import { tenantTables } from './tenancy/snapshot.ts'
import { unconfined } from './tenancy/unconfined.ts'
import { unjudged } from './tenancy/unjudged.ts'
import { isNoticed, type Rehearsed, rehearse } from './tenancy/verdicts.ts'

// A copy of the worker in which each place that confines a query to one site can be left out. Two shops that have everything alike; one of
// them asks for all there is, with its own ids and with the other's in their place. Without any of those places it is answered something
// else, or the database holds something else, or the place is in the list of those that wait to be judged.

const isWhole = env.EARSHOT_FULL === '1'
/** Else one in so many is left out. */
const every = 11
const seed = 20261123

let rehearsed: Rehearsed
const nameOf = (id: number) => predicates[id]?.name ?? ''
const waits = new Set(unjudged)

beforeAll(async () => {
  await prepare()
  rehearsed = await rehearse()
}, 240_000)

describe('a shop beside another one that has everything alike', () => {
  it('is answered the same whenever it asks the same, and leaves nothing behind here', async () => {
    await expectRestored()
    const few = [...rehearsed.whole].filter((_, i) => isWhole || i % 5 === 0)
    for (const [story, whole] of few) expect(await differs(story, whole), story).toBeUndefined()
  })
})

describe('the worker’s queries', () => {
  it('are confined to a site as often as they mention a table of several, but for those that are listed', () => {
    const tables = new Set(tenantTables())
    const found = queries.flatMap(({ name, tables: all, predicates: n }) => {
      const of = all.filter((table) => tables.has(table))
      return of.length > n ? [`${name}: ${of.join(', ')} (${n})`] : []
    })
    expect(found.toSorted()).toEqual(Object.values(unconfined).flat().toSorted())
  })
})

describe('each place that confines a query to one site', () => {
  const all = predicates.map(({ id }) => id).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))

  it('is come across, or listed', () => {
    const unseen = all.filter((id) => !rehearsed.across.has(id)).map(nameOf)
    expect(unseen.filter((name) => !waits.has(name))).toEqual([])
    expect(unjudged.filter((name) => !all.some((id) => nameOf(id) === name))).toEqual([])
  })

  it('is noticed once it is left out, or waits to be judged', async () => {
    const judged = all.filter((id) => !waits.has(nameOf(id)))
    const tried = judged.filter((_, i) => isWhole || i % every === seed % every)
    const missed: string[] = []
    for (const id of tried) if (!(await isNoticed(id, rehearsed))) missed.push(nameOf(id))
    // biome-ignore lint/suspicious/noConsole: the figure.
    console.info(
      `${all.length} predicates: ${tried.length} left out in turn, ${tried.length - missed.length} noticed; ${unjudged.length} wait to be judged`,
    )
    expect(missed).toEqual([])
  }, 1_200_000)

  it('is not noticed by itself: without one that nobody has, nothing differs, and without the other’s ids a look-up is missed', async () => {
    expect(await differs('alerts', rehearsed.whole.get('alerts') as Played, { off: [-1] })).toBeUndefined()
    const id = all.find((one) => nameOf(one) === 'store/alerts.ts findAlert') as number
    expect(await differs('alerts', rehearsed.whole.get('alerts') as Played, { off: [id] })).toContain('foreign')
    const polite = await play('alerts', { foreign: false })
    expect(await differs('alerts', polite, { off: [id], foreign: false })).toBeUndefined()
  })
})
