import { type Judge, newJudge } from './judge.ts'
import { bothSites, differs, type Played, play, playRare } from './play.ts'
import { layProbes, takeProbesAway } from './probe.ts'
import { rareStories } from './rare-stories.ts'
import { stories } from './stories.ts'

export interface Judged extends Omit<Judge, 'watch'> {
  /** The stories that come across a predicate and can be played again, the shortest first. */
  across: ReadonlyMap<number, readonly string[]>
  /** The predicates that any story comes across. */
  met: ReadonlySet<number>
}

/** Tells every story once, each statement of them being judged where it stands. */
export async function judgeAll(): Promise<Judged> {
  const { watch, ...verdicts } = newJudge(bothSites())
  const met = new Set<number>()
  const across = new Map<number, string[]>()
  const told: { name: string; ids: Set<number>; length: number }[] = []
  await layProbes()
  for (const name of Object.keys(rareStories)) for (const id of await playRare(name, watch)) met.add(id)
  for (const name of Object.keys(stories)) {
    const { reached, lines } = await play(name, { watch, foreign: false })
    told.push({ name, ids: new Set(reached.flatMap((ids) => [...ids])), length: lines.length })
  }
  await takeProbesAway()
  for (const { name, ids } of told.toSorted((a, b) => a.length - b.length))
    for (const id of ids) across.set(id, [...(across.get(id) ?? []), name])
  for (const id of across.keys()) met.add(id)
  return { across, met, ...verdicts }
}

/** What a story's statements reach of another site's rows without these predicates. */
export async function reachingWithout(name: string, off: readonly number[]): Promise<string[]> {
  const { watch, reaching } = newJudge(bothSites(), off)
  await layProbes()
  await play(name, { watch, foreign: false })
  await takeProbesAway()
  return [...reaching]
}

const whole = new Map<string, Played>()
/** A story with every predicate in its place and the other shop's ids sent too; told once. */
export async function wholeOf(name: string): Promise<Played> {
  const played = whole.get(name) ?? (await play(name))
  whole.set(name, played)
  return played
}

/** Whether an answer, or what the database holds after it, is another one without a predicate. */
export async function isNoticedInAnswers(id: number, { across }: Judged): Promise<boolean> {
  for (const name of across.get(id) ?? []) if (await differs(name, await wholeOf(name), { off: [id] })) return true
  return false
}
