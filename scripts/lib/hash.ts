import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 over names and contents of files and whole folders, in a fixed order; a missing one counts as empty. */
export function hashOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) add(hash, root, path)
  return hash.digest('hex')
}

function add(hash: Hash, root: string, path: string): void {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) add(hash, root, join(path, name))
    return
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
}
