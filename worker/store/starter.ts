import type { CreateTag } from '../contract/tags.ts'
import { readAsset } from './assets.ts'
import { Unavailable } from './retry.ts'

/** The tags a shop may begin with (domain/tagging/starter.ts): their words in seven languages would weigh on the bundle. */
export async function readStarterTags(assets: Fetcher): Promise<CreateTag[]> {
  const tags = await readAsset<CreateTag[]>(assets, 'l/starter-tags.json')
  if (!tags) throw new Unavailable('the tags to begin with can not be read')
  return tags
}
