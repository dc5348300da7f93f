import type { Words } from '../domain/locale.ts'
import type { Standards } from '../domain/wordings.ts'
import english from '../locales/en.ts'
import { readAsset } from './assets.ts'
import { Unavailable } from './retry.ts'

/** The widget's own words in a language that has a file; English if that can't be read, so that shoppers are asked all the same. */
export async function readWords(assets: Fetcher, tag: string): Promise<Words> {
  return (await readAsset<Words>(assets, `l/${tag}.json`)) ?? english.words
}

/** The standard wording of all languages. A version frozen without them would lack them for good, so publishing waits. */
export async function readStandards(assets: Fetcher): Promise<Standards> {
  const standards = await readAsset<Standards>(assets, 'l/standard.json')
  if (!standards) throw new Unavailable('the standard wordings can not be read')
  return standards
}
