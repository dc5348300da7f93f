import type { Answers } from '../../worker/domain/branching.ts'
import { storagePrefix } from '../seam.ts'

/** A survey half-finished in this tab: it goes on where it was after a reload or on the next page. */
export interface Half {
  survey: string
  version: number
  submission: string
  seq: number
  answers: Answers
  /** Which sheet is open. */
  at: number
}

/** Null once there is nothing to go on with. */
export function writeHalf(site: string, half: Half | null): void {
  try {
    sessionStorage.setItem(storagePrefix + site, JSON.stringify(half))
  } catch {}
}

export function readHalf(site: string): Half | null {
  try {
    return JSON.parse(sessionStorage[storagePrefix + site])
  } catch {
    return null
  }
}
