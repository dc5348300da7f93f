import { readFileSync } from 'node:fs'
import process from 'node:process'
import { startProduct } from '../support/product.ts'

/**
 * Real reviews with a rating, imported as CSAT through the product's HTTP API and compared with a
 * count of the file made here: `npm run bench -- reviews FILE.jsonl` of `{"id", "text", "rating"}` lines.
 */
export async function reviews([file]: string[]): Promise<void> {
  if (!file) {
    process.stdout.write('  skipped: npm run bench -- reviews FILE.jsonl\n')
    return
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const rows = lines.map((line) => JSON.parse(line) as { id: string; text: string; rating: number })
  const counted = rows.filter((row) => row.rating >= 4).length
  const expected = {
    n: rows.length,
    score: (100 * counted) / rows.length,
    mean: rows.reduce((sum, row) => sum + row.rating, 0) / rows.length,
  }

  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  try {
    const call = async <Answer>(method: string, path: string, key: string, body?: string, type = 'application/json') => {
      const headers = { Authorization: `Bearer ${key}`, 'Content-Type': type }
      const answer = await fetch(new URL(path, product.url), { method, headers, body })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
      return (await answer.json()) as Answer
    }
    const site = { name: 'Bench', origins: ['https://shop.example'], timeZone: 'Europe/Berlin' }
    const setup = JSON.stringify({ token: 'bench', email: 'bench@shop.example', name: 'Bench', site })
    const answer = await fetch(new URL('/api/v1/setup', product.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: setup,
    })
    const { apiKey } = (await answer.json()) as { apiKey: string }
    const { id } = await call<{ id: string }>(
      'POST',
      '/api/v1/surveys',
      apiKey,
      JSON.stringify({ name: 'Reviews', metric: 'csat' }),
    )
    await call('POST', `/api/v1/surveys/${id}/publish`, apiKey)
    const ndjson = rows.map((row) => JSON.stringify({ id: row.id, score: row.rating, comment: row.text })).join('\n')
    const send = () =>
      call<{ stored: number; duplicates: number; rejected: number }>(
        'POST',
        `/api/v1/imports?survey=${id}`,
        apiKey,
        ndjson,
        'application/x-ndjson',
      )
    const first = await send()
    const second = await send()
    const { total } = await call<{ total: typeof expected & { interval: [number, number] } }>(
      'GET',
      `/api/v1/surveys/${id}/report`,
      apiKey,
    )

    process.stdout.write(
      `  first import   ${first.stored} stored, ${first.duplicates} there already, ${first.rejected} refused\n`,
    )
    process.stdout.write(
      `  second import  ${second.stored} stored, ${second.duplicates} there already, ${second.rejected} refused\n`,
    )
    process.stdout.write(
      `  report         n ${total.n}, CSAT ${total.score} %, mean ${total.mean}, 95 % interval ${total.interval.join(' to ')}\n`,
    )
    process.stdout.write(`  counted        n ${expected.n}, CSAT ${expected.score} %, mean ${expected.mean}\n`)
    const same = total.n === expected.n && total.score === expected.score && Math.abs(total.mean - expected.mean) < 1e-12
    if (!same || second.stored !== 0) throw new Error('the report is not what the file says')
    process.stdout.write('  the same\n')
  } finally {
    await product.stop()
  }
}
