import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { openAccount } from '../support/account.ts'
import { type Product, startProduct } from '../support/product.ts'
import { generate, questions } from './support/generated.ts'
import { median } from './support/median.ts'

const rows = 200_000
const rounds = 3
/** Rows a second that an export should reach. */
const goal = 20_000

interface Round {
  rate: number
  cpuMicroseconds: number
  bytes: number
  /** What workerd held at most during the download, beyond what it held before. */
  grownBytes: number
}

/** `GET /api/v1/exports/responses.{csv,ndjson}` of generated responses, as a client on the same machine reads them. */
export async function exports(): Promise<void> {
  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  try {
    const account = await openAccount(product.url, ['https://shop.example'])
    const { id } = await account.call<{ id: string }>('/api/v1/surveys', { name: 'Bench', metric: 'nps', questions })
    await account.call(`/api/v1/surveys/${id}/publish`, {})
    await generate(product.database, { survey: id, rows, from: 1_760_000_000, everySeconds: 30 })
    process.stdout.write(`  ${rows} responses, ${rounds} rounds each, medians\n`)
    for (const ending of ['csv', 'ndjson']) {
      const results: Round[] = []
      for (let round = 0; round < rounds; round++) results.push(await measure(product, account.apiKey, ending))
      report(ending, results)
    }
  } finally {
    await product.stop()
  }
}

async function measure(product: Product, apiKey: string, ending: string): Promise<Round> {
  const [cpu, held] = [product.cpu(), product.memory()]
  let most = held
  const watching = setInterval(() => {
    most = Math.max(most, product.memory())
  }, 50)
  const start = performance.now()
  const { bytes, lines } = await download(product, apiKey, ending).finally(() => clearInterval(watching))
  const seconds = (performance.now() - start) / 1000
  const expected = ending === 'csv' ? rows + 1 : rows
  if (lines !== expected) throw new Error(`${lines} lines instead of ${expected}`)
  return { rate: rows / seconds, cpuMicroseconds: ((product.cpu() - cpu) * 1e6) / rows, bytes, grownBytes: most - held }
}

async function download(product: Product, apiKey: string, ending: string): Promise<{ bytes: number; lines: number }> {
  const answer = await fetch(new URL(`/api/v1/exports/responses.${ending}`, product.url), {
    headers: { Authorization: `Bearer ${apiKey}` },
  })
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`)
  const got = { bytes: 0, lines: 0 }
  for await (const chunk of answer.body) {
    got.bytes += chunk.length
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) got.lines++
  }
  return got
}

function report(ending: string, all: Round[]): void {
  const raw = (of: (round: Round) => number) => all.map((round) => of(round).toFixed(0)).join(' ')
  const middle = (of: (round: Round) => number) => median(all.map(of)).toFixed(0)
  process.stdout.write(
    `  ${ending.padEnd(7)} ${middle((r) => r.rate)} rows/s (goal ${goal})   raw ${raw((r) => r.rate)}   ` +
      `${middle((r) => r.cpuMicroseconds)} us of workerd's CPU a row   ${middle((r) => r.bytes / 1e6)} MB   ` +
      `memory grew by at most MB: ${raw((r) => r.grownBytes / 1e6)}\n`,
  )
}
