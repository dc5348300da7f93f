/** The operations of the OpenAPI document that have answered with success in this file, as `GET /api/v1/…`. */
export const succeeded = new Set<string>()

/** Answers that were judged and are as the document says: of the next one like it there is nothing to learn. */
const sound = new Set<string>()

/**
 * Holds an answer against the OpenAPI document that is served, and throws where it isn't as that says. The document's schemas are compiled,
 * which the worker's own runtime does not allow: whatever runs the tests does it (test/support/document.ts).
 */
export async function asDocumented(method: string, path: string, answer: Response): Promise<Response> {
  const type = answer.headers.get('Content-Type')?.split(';')[0] ?? ''
  const text = type.endsWith('json') && type !== 'application/x-ndjson' ? await answer.clone().text() : ''
  const one = `${method} ${path} ${answer.status} ${type} ${text}`
  if (sound.has(one)) return answer
  const answered = { method, path, status: answer.status, type, ...(text !== '' && { body: JSON.parse(text) as unknown }) }
  const verdict = await fetch('https://document.test/', { method: 'POST', body: JSON.stringify(answered) })
  const { route, faults } = await verdict.json<{ route: string; faults: string[] }>()
  if (faults.length > 0) throw new Error(`${route} is not as documented: ${faults.join('; ')}`)
  if (answer.ok && route) succeeded.add(route)
  sound.add(one)
  return answer
}
