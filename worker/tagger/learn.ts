import type { Db } from '../store/db.ts'

/** Nothing is learned yet. */
export async function learn(_db: Db, _site: string, _until: number): Promise<boolean> {
  return false
}
