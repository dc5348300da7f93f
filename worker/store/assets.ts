/** The worker's static files don't change while it runs: an isolate reads each once. */
const remembered = new Map<string, unknown>()

/** What one of them holds, by its path; undefined where it can't be read. Its shape is its maker's word: the build wrote it. */
export async function readAsset<T>(assets: Fetcher, path: string): Promise<T | undefined> {
  const known = remembered.get(path)
  if (known) return known as T
  try {
    const answer = await assets.fetch(`https://assets/${path}`)
    if (!answer.ok) return
    const read = await answer.json<T>()
    remembered.set(path, read)
    return read
  } catch {
    return
  }
}
