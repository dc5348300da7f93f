import { predicates } from 'virtual:marked-worker'
import { behind, foundBefore } from './exceptions.ts'
import { withoutSite } from './hidden.ts'
import { type Asked, cutOff, marksOf } from './marked-db.ts'
import { type Outcome, outcomesOf } from './probe.ts'

/** A site as statements name it. */
export interface Named {
  id: string
  key: string
}

export interface Judge {
  /** Looks at statements that are about to be carried out. */
  watch: (statements: readonly Asked[]) => Promise<void>
  /** The predicates that were noticed at a statement. */
  noticed: ReadonlySet<number>
  /** Statements that another site's rows matter to though their predicates stand there, and with what. */
  reaching: ReadonlySet<string>
  /** Those of the exceptions that were needed. */
  excused: ReadonlySet<string>
}

const nameOf = (id: number) => predicates[id]?.name ?? ''
const asItIs = 'as it is'
const byAnother = 'asked by another site'
const same = (a: Outcome, b: Outcome) => a.rows.length === b.rows.length && a.rows.every((row, i) => row === b.rows[i])

/** Puts another site in the place of one wherever a statement's values name it: id, key, and its word in the full-text index. */
const inPlace = (values: readonly unknown[], one: Named, other: Named) =>
  values.map((value) =>
    typeof value === 'string'
      ? value
          .replaceAll(one.id, other.id)
          .replaceAll(one.key, other.key)
          .replaceAll(one.id.replaceAll('_', ''), other.id.replaceAll('_', ''))
      : value,
  )
const isAsked = ({ values }: Asked, by: Named) => `${inPlace(values, by, { id: '', key: '' })}` !== `${values}`

/**
 * Judges each statement of one of two sites at its place, in two ways: as it is, and with the other site's id where its own stands while all else is what it
 * is, so that the other site asks for these rows. Whoever asks, the outcome must be the same were there no row of the one who doesn't; and a predicate is
 * noticed where the outcome is another one without it. What then comes in is what it keeps out: a row of the site that doesn't ask. `off`: left out throughout.
 */
export function newJudge(sites: readonly [Named, Named], off: readonly number[] = []): Judge {
  const noticed = new Set<number>()
  const reaching = new Set<string>()
  const excused = new Set<string>()
  const held = new Set<string>()

  /** `absent` is the site that doesn't ask; undefined of statements that ask for all sites. */
  async function judge(earlier: readonly Asked[], asked: Asked, way: string, absent?: Named): Promise<void> {
    const marks = marksOf(asked)
    const open = marks.filter((id) => !noticed.has(id))
    const rule = `${way} ${asked.sql}`
    if (open.length === 0 && held.has(rule)) return
    held.add(rule)
    const without = (...ids: number[]) => cutOff(asked, (id) => off.includes(id) || ids.includes(id))
    // Where two conditions say the same, the one is looked at without the other.
    const front = (id: number) => marks.filter((mark) => nameOf(mark) === behind[nameOf(id)])
    const asWritten = without()
    const hidden = absent ? [withoutSite(asWritten, absent.id)] : []
    const cuts = open.flatMap((id) => (front(id).length > 0 ? [without(...front(id)), without(id, ...front(id))] : [without(id)]))
    const [outcome, ...rest] = (await outcomesOf(earlier, [asWritten, ...hidden, ...cuts])) as [Outcome, ...Outcome[]]
    const names = marks.map(nameOf)
    const isReaching = rest
      .splice(0, hidden.length)
      .some((alone) => !same(outcome, alone) || outcome.written.has(absent?.id ?? ''))
    if (isReaching) {
      const found = way === byAnother ? names.filter((name) => foundBefore.includes(name)) : []
      for (const name of found) excused.add(name)
      if (found.length === 0) reaching.add(`${names.join(', ')}: ${way}`)
      return
    }
    for (const id of open) {
      const whole = front(id).length > 0 ? rest.shift() : outcome
      if (!same(whole as Outcome, rest.shift() as Outcome)) noticed.add(id)
    }
  }

  async function watch(statements: readonly Asked[]): Promise<void> {
    for (const [i, asked] of statements.entries()) {
      if (marksOf(asked).length === 0) continue
      const earlier = statements.slice(0, i).map((one) => cutOff(one, (id) => off.includes(id)))
      const by = sites.filter((site) => isAsked(asked, site))
      const other = sites.find((site) => !by.includes(site))
      await judge(earlier, asked, asItIs, by.length === 1 ? other : undefined)
      const [one] = by
      if (one && other) await judge(earlier, { ...asked, values: inPlace(asked.values, one, other) }, byAnother, one)
    }
  }
  /** What can't be judged must not pass for an answer of the worker's. */
  const watchAll = (statements: readonly Asked[]) =>
    watch(statements).catch((error) => {
      reaching.add(`${statements.map(({ sql }) => sql).join('; ')}: ${error}`)
    })
  return { watch: watchAll, noticed, reaching, excused }
}
