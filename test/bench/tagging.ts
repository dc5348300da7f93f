import process from 'node:process'
import { startProduct } from '../support/product.ts'
import { openAccount } from './support/account.ts'
import { measureTagging } from './tagging/index.ts'
import { apiOf } from './tagging/product-site.ts'
import { measureSentiment } from './tagging/sentiment.ts'
import { labelledSets } from './tagging/sets.ts'
import { measureSpeed } from './tagging/speed.ts'
import { throughHttp } from './tagging/through-http.ts'

const sentimentSets = ['alexa', 'womens_clothing']

/**
 * Tags and sentiment of real comments through the product's HTTP API, after ever more corrections, and how fast a past is tagged anew:
 * `npm run bench -- tagging FOLDER`. See tagging/sets.ts for what the folder holds.
 */
export async function tagging([folder]: string[]): Promise<void> {
  if (folder === undefined) {
    process.stdout.write('  skipped: npm run bench -- tagging FOLDER\n')
    return
  }
  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  try {
    const api = apiOf(product.url, await openAccount(product.url, ['https://shop.example']))
    await measureTagging(throughHttp(api), folder)
    await measureSentiment(api, folder, sentimentSets)
    const texts = labelledSets(folder).flatMap(({ train }) => train.map(({ text }) => text))
    await measureSpeed(api, product, texts.slice(0, 1_000))
  } finally {
    await product.stop()
  }
}
