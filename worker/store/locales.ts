import type { Words } from '../domain/locale.ts'
import type { Standards } from '../domain/wordings.ts'
import english from '../locales/en.ts'
import { Unavailable } from './retry.ts'

/** Languages lie among the worker's static files, which don't change while it runs: an isolate reads each once. */
const remembered = new Map<string, unknown>()

/** The widget's own words in a language that has a file; English if that can't be read, so that shoppers are asked all the same. */
export async function readWords(assets: Fetcher, tag: string): Promise<Words> {
  return (await readAsset<Words>(assets, tag)) ?? english.words
}

/** The standard wording of all languages. A version frozen without them would lack them for good, so publishing waits. */
export async function readStandards(assets: Fetcher): Promise<Standards> {
  const standards = await readAsset<Standards>(assets, 'standard')
  if (!standards) throw new Unavailable('the standard wordings can not be read')
  return standards
}

async function readAsset<T>(assets: Fetcher, name: string): Promise<T | undefined> {
  const known = remembered.get(name)
  if (known) return known as T
  try {
    const answer = await assets.fetch(`https://assets/l/${name}.json`)
    if (!answer.ok) return
    const read = await answer.json<T>()
    remembered.set(name, read)
    return read
  } catch {
    return
  }
}
