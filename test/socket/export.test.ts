import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAccount } from '../support/account.ts'
import { type Product, startProduct } from '../support/product.ts'

/** What a client on the other end of a connection sees of an export that breaks off; the rest is in test/worker/exports. */
let product: Product
let apiKey: string
const rows = 20_000

beforeAll(async () => {
  product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  const account = await openAccount(product.url, ['https://shop.example'])
  apiKey = account.apiKey
  const { id } = await account.call<{ id: string }>('/api/v1/surveys', { name: 'S', metric: 'nps' })
  await account.call(`/api/v1/surveys/${id}/publish`, {})
  // More than the buffers on the way hold, so that the export can't be over before it is read.
  await product.database
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
       INSERT INTO responses (id, site, survey, submission, seq, complete, version, answers, comment, texts, segment_set, traits,
         source, day, answered_at, created_at, updated_at, digest, receipt)
       SELECT (1760000000 + i) * 1048576, site, id, 'key-' || i, 1, 0, 1, '{}', printf('%.1000c', 'x'), '{}', 1, '{}', 'api', '2025-10-09',
         1760000000000, 1760000000000, 1760000000000, '', '' FROM n, surveys`,
    )
    .bind(rows)
    .run()
}, 120_000)

afterAll(() => product?.stop())

/** Bytes until the end; throws where the connection breaks off. `meanwhile` is done once the first bytes have come. */
async function download(ending: string, meanwhile: () => Promise<unknown>): Promise<number> {
  const headers = { Authorization: `Bearer ${apiKey}` }
  const answer = await fetch(new URL(`/api/v1/exports/responses.${ending}`, product.url), { headers })
  expect(answer.status).toBe(200)
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    if (bytes === 0) await meanwhile()
    bytes += chunk.length
  }
  return bytes
}

test.each(['csv', 'ndjson'])(
  'an export whose page fails ends as a broken connection: %s',
  async (ending) => {
    await expect(download(ending, async () => {})).resolves.toBeGreaterThan(rows * 1_000)
    const hide = () => product.database.prepare('ALTER TABLE segment_sets RENAME TO hidden').run()
    await expect(download(ending, hide)).rejects.toThrow()
    await product.database.prepare('ALTER TABLE hidden RENAME TO segment_sets').run()
  },
  120_000,
)
