import type { Draft } from './draft.ts'

/** An edit that the server hasn't yet, as it lies in this browser. */
export interface Kept {
  /** What it began with. */
  revision: number
  base: Draft
  mine: Draft
}

const keyOf = (survey: string) => `earshot-draft:${survey}`

/** Keeps an edit until it is saved; null lets go of it. False where this browser keeps nothing. */
export function keep(survey: string, kept: Kept | null): boolean {
  try {
    if (kept) localStorage.setItem(keyOf(survey), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(survey))
    return true
  } catch {
    return false
  }
}

export function findKept(survey: string): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(survey)) ?? 'null') as Kept | null) ?? undefined
  } catch {
    return undefined
  }
}
