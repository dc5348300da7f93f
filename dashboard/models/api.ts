import type { Problem } from '../../worker/contract/problem.ts'

/** A refusal of the API, its message fit to be shown. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly problem: Problem | null

  constructor(status: number, problem: Problem | null) {
    super(messageOf(status, problem))
    this.status = status
    this.problem = problem
  }
}

function messageOf(status: number, problem: Problem | null): string {
  if (!problem)
    return status === 0 ? 'The server can’t be reached. Check the connection and try again.' : `The server answered ${status}.`
  const faults = problem.errors?.map(({ pointer, detail }) => (pointer ? `${pointer.slice(1)}: ${detail}` : detail)) ?? []
  return [problem.detail ?? problem.title, ...faults].join('. ')
}

/** Calls the API; the answer's JSON, or undefined for an empty one. Throws `Refused`. */
export async function call<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const headers = body === undefined ? undefined : { 'Content-Type': 'application/json' }
  return await answerOf(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal })
}

/** Sends a file as it is. */
export async function sendFile<Answer>(path: string, file: Blob, type: string): Promise<Answer> {
  return await answerOf(path, { method: 'POST', headers: { 'Content-Type': type }, body: file })
}

/** The same where the answer is no JSON but text. */
export const sendForText = (path: string, file: Blob, type: string) =>
  textOf(path, { method: 'POST', headers: { 'Content-Type': type }, body: file })

export const readText = (path: string, signal: AbortSignal) => textOf(path, { signal })

async function answerOf<Answer>(path: string, init: RequestInit): Promise<Answer> {
  return parsed(await textOf(path, init)) as Answer
}

async function textOf(path: string, init: RequestInit): Promise<string> {
  let answer: Response
  try {
    answer = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Refused(0, null)
  }
  const text = await answer.text()
  if (!answer.ok) throw new Refused(answer.status, (parsed(text) ?? null) as Problem | null)
  return text
}

/** What stands between here and the Worker may answer in HTML: then there is no JSON. */
function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
