import type { Comparison, Condition } from '../../../../worker/contract/targeting.ts'
import type { Fault } from '../../../../worker/domain/faults/fault.ts'
import { holds } from '../../../../worker/domain/gates/compare.ts'

/** Conditions on the same thing that nobody can meet together, each told at the last of them. */
export function contradictions(conditions: readonly Condition[]): Fault[] {
  const about = (on: string) => on.replace(/^segment\.(?=(device|language|country|locale)$)/, '').replace(/^segment\./, 'trait.')
  const subjects = [...new Set(conditions.map(({ on }) => about(on)))]
  return subjects.flatMap((subject) => {
    const all = conditions.filter(({ on }) => about(on) === subject)
    const [last] = all.slice(-1)
    if (!last || canBeMet(all.map(lowered))) return []
    return [{ pointer: `/conditions/${conditions.indexOf(last)}`, detail: 'Nobody can meet this and what is asked above.' }]
  })
}

/** Exact where one of them lists what is wanted, or where all are ranges; anything else is met by some text. */
function canBeMet(all: readonly Comparison[]): boolean {
  const lists = all.flatMap(({ is }) => (is ? [is] : []))
  const least = Math.max(...all.map(({ from = Number.NEGATIVE_INFINITY }) => from))
  const most = Math.min(...all.map(({ to = Number.POSITIVE_INFINITY }) => to))
  if (least > most) return false
  const [wanted] = lists
  // An empty list is still to be filled in.
  if (!wanted || lists.some((list) => list.length === 0)) return true
  return wanted.some((value) => all.every((one) => holds(one, value)))
}

/** As the gate has them. */
function lowered({ is, not, contains, from, to }: Comparison): Comparison {
  const lower = (texts: string[] | undefined) => texts?.map((text) => text.toLowerCase())
  return { is: lower(is), not: lower(not), contains: lower(contains), from, to }
}
