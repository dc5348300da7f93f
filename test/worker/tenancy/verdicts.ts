import { differs, type Played, play } from './play.ts'
import { stories } from './stories.ts'

export interface Rehearsed {
  /** What each story is with every predicate in its place. */
  whole: ReadonlyMap<string, Played>
  /** The stories that come across a predicate, the shortest first. */
  across: ReadonlyMap<number, readonly string[]>
}

export async function rehearse(): Promise<Rehearsed> {
  const whole = new Map<string, Played>()
  for (const name of Object.keys(stories)) {
    const one = await play(name)
    whole.set(name, one)
  }
  const across = new Map<number, string[]>()
  const shortest = [...whole].toSorted(([, a], [, b]) => a.lines.length - b.lines.length)
  for (const [name, { reached }] of shortest)
    for (const id of new Set(reached.flatMap((ids) => [...ids]))) across.set(id, [...(across.get(id) ?? []), name])
  return { whole, across }
}

export async function isNoticed(id: number, { whole, across }: Rehearsed): Promise<boolean> {
  for (const story of across.get(id) ?? []) if (await differs(story, whole.get(story) as Played, { off: [id] })) return true
  return false
}
