import { sha256 } from './secrets.ts'

/** Fingerprint of a step: its answers as the client sent them, whatever the order of keys, and `complete`. */
export async function stepDigest(answers: Record<string, unknown>, complete: boolean): Promise<string> {
  const sorted = Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  return (await sha256(JSON.stringify([sorted, complete]))).slice(0, 32)
}
