import { env } from 'cloudflare:workers'
import { predicates, queries } from 'virtual:marked-worker'
import { beforeAll, describe, expect, it } from 'vitest'
import { behind, foundBefore } from './tenancy/exceptions.ts'
import { differs, expectRestored, play, prepare } from './tenancy/play.ts'
import { tenantTables } from './tenancy/snapshot.ts'
import { stories } from './tenancy/stories.ts'
import { unconfined } from './tenancy/unconfined.ts'
import { isNoticedInAnswers, type Judged, judgeAll, reachingWithout, wholeOf } from './tenancy/verdicts.ts'

// A copy of the worker in which each place that confines a query to one site can be left out. Two shops that have everything alike; one of
// them asks for all there is, with its own ids and with the other's in their place. Each statement of that is looked at where it stands: rows of
// the shop that doesn't ask make no difference to it, and without any one of its places they do. Of some the answers are looked at too.

const isWhole = env.EARSHOT_FULL === '1'
/** How many of all are noticed by answers alone, without a look at statements: only ever to become more. */
const noticedInAnswers = 121
/** Whose absence answers are held against each time, beside the places that are no SQL. */
const sample = ['store/alerts.ts findAlert', 'store/notes.ts deleteNote']

let judged: Judged
const nameOf = (id: number) => predicates[id]?.name ?? ''

beforeAll(async () => {
  await prepare()
  judged = await judgeAll()
}, 240_000)

describe('a shop beside another one that has everything alike', () => {
  it('is answered the same whenever it asks the same, and leaves nothing behind here', async () => {
    await expectRestored()
    const few = Object.keys(stories).filter((_, i) => isWhole || i % 16 === 0)
    for (const story of few) expect(await differs(story, await wholeOf(story)), story).toBeUndefined()
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
  /** Comparisons outside of SQL. */
  const inCode = all.filter((id) => nameOf(id).startsWith('routes/') || nameOf(id).startsWith('middleware/'))

  it('is come across', () => {
    expect(all.filter((id) => !judged.met.has(id)).map(nameOf)).toEqual([])
  })

  it('is noticed at its statement once it is left out, and with all of them no statement minds another shop’s rows', () => {
    expect([...judged.reaching]).toEqual([])
    expect([...judged.excused].toSorted()).toEqual(foundBefore)
    expect(Object.entries(behind).flat()).toEqual(
      Object.entries(behind)
        .flat()
        .filter((name) => all.map(nameOf).includes(name)),
    )
    const missed = all.filter((id) => !inCode.includes(id) && !judged.noticed.has(id))
    // biome-ignore lint/suspicious/noConsole: the figure.
    console.info(
      `${all.length} conditions on the site: ${judged.noticed.size} noticed at a statement, ${inCode.length} are no SQL`,
    )
    expect(missed.map(nameOf)).toEqual([])
  })

  it('is noticed in answers once it is left out, where it is no SQL or one of a few', async () => {
    const tried = all.filter((id) => inCode.includes(id) || sample.includes(nameOf(id)))
    const missed: string[] = []
    for (const id of tried) if (!(await isNoticedInAnswers(id, judged))) missed.push(nameOf(id))
    expect(missed).toEqual([])
    expect(tried.length).toBe(inCode.length + sample.length)
  }, 240_000)

  it.runIf(isWhole)(
    'is noticed in answers, of most',
    async () => {
      const missed: string[] = []
      for (const id of all) if (!(await isNoticedInAnswers(id, judged))) missed.push(nameOf(id))
      // biome-ignore lint/suspicious/noConsole: the figure.
      console.info(`${all.length - missed.length} of ${all.length} conditions on the site noticed in answers`)
      expect(all.length - missed.length).toBeGreaterThanOrEqual(noticedInAnswers)
    },
    3_600_000,
  )

  it('is not noticed by itself: without one statements mind another shop’s rows, those that change something too', async () => {
    const names = ['findAlert', 'updateAlert', 'deleteAlert'].map((name) => `store/alerts.ts ${name}`)
    const reaching = await reachingWithout(
      'alerts',
      all.filter((id) => names.includes(nameOf(id))),
    )
    expect(reaching).toEqual(expect.arrayContaining(names.map((name) => `${name}: asked by another site`)))
    expect(await reachingWithout('alerts', [-1])).toEqual([])
  })

  it('is not noticed in answers by itself: without one that nobody has, nothing differs, and without the other’s ids a look-up is missed', async () => {
    expect(await differs('alerts', await wholeOf('alerts'), { off: [-1] })).toBeUndefined()
    const id = all.find((one) => nameOf(one) === 'store/alerts.ts findAlert') as number
    expect(await differs('alerts', await wholeOf('alerts'), { off: [id] })).toContain('foreign')
    const polite = await play('alerts', { foreign: false })
    expect(await differs('alerts', polite, { off: [id], foreign: false })).toBeUndefined()
  })
})
