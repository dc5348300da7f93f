import { sha256 } from '../domain/secrets.ts'

/**
 * Submission keys of imported rows. They can't meet a shopper's, which are UUIDs, and the same row
 * of the same survey always has the same one: importing a file twice stores nothing new.
 */
export const keyOfExternalId = (survey: string, id: string) => `import:${survey}:id:${id}`

/** For a row without an id: its content and its place in the file. */
export async function keyOfContent(survey: string, content: string, row: number): Promise<string> {
  return `import:${survey}:row:${row}:${(await sha256(content)).slice(0, 32)}`
}

/** The id a row had in its file, or null for rows without one and for responses that weren't imported. */
export function externalIdOf(submission: string): string | null {
  return submission.match(/^import:[^:]+:id:(.*)$/s)?.[1] ?? null
}
