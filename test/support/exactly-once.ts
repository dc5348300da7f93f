import { seeded } from '../../scripts/sample/random.ts'
import { startProduct } from './product.ts'
import { bindings, openShop, sendStep } from './proof-shop.ts'
import { recounted } from './response-model.ts'

/** What became of answers that were sent more than once. */
export interface Once {
  sends: number
  distinct: number
  stored: number
  /** Answers in the counts. */
  counted: number
  /** Sends by the status they were answered with in the end. */
  statuses: Record<string, number>
  /** What the database says became of the sends, by outcome; how many were received is counted on its own, and later. */
  outcomes: Record<string, number>
  /** Cells of the counts that aren't what the rows say. */
  drift: string[]
}

const clients = 16
/** Of all sends, those that send what another has sent. */
const repeats = 0.3

/** Sends answers in any order, three in ten of them once more, by many clients at once. */
export async function sendMoreThanOnce(sends: number, seed: number, rewritten?: (bundle: string) => string): Promise<Once> {
  const random = seeded(seed, 'once')
  const product = await startProduct(bindings, { ...(rewritten && { rewritten }) })
  try {
    const shop = await openShop(product)
    const distinct = Math.round(sends * (1 - repeats))
    const steps = Array.from({ length: distinct }, () => ({
      ...{ submission: crypto.randomUUID(), seq: 1, complete: true },
      answers: { score: Math.floor(random() * 11) },
    }))
    const all = [...steps, ...Array.from({ length: sends - distinct }, () => steps[Math.floor(random() * distinct)] ?? {})]
    const shuffled = all.map((step) => ({ step, at: random() })).sort((a, b) => a.at - b.at)
    const statuses: Record<string, number> = {}
    let next = 0
    const client = async () => {
      for (let one = shuffled[next++]; one; one = shuffled[next++]) {
        let status = await sendStep(product, shop, one.step)
        // Too much at once: the widget waits and sends again, here there is always somebody who goes on at once.
        while (status === 503) status = await sendStep(product, shop, one.step)
        statuses[status] = (statuses[status] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    const { stored, counted, expected } = await recounted(product.database)
    const { results } = await product.database
      .prepare("SELECT outcome, sum(n) AS n FROM outcomes WHERE outcome <> 'received' GROUP BY outcome")
      .all<{ outcome: string; n: number }>()
    const scores = await product.database
      .prepare("SELECT coalesce(sum(n), 0) AS n FROM answer_counts WHERE question = 'score' AND segment_set = 0")
      .first<number>('n')
    const [have, want] = [counted.answers, expected.answers]
    return {
      ...{ sends, distinct, stored: stored.length, counted: scores ?? 0, statuses },
      outcomes: Object.fromEntries(results.map(({ outcome, n }) => [outcome, n])),
      drift: [...have.filter((cell) => !want.includes(cell)), ...want.filter((cell) => !have.includes(cell))],
    }
  } finally {
    await product.stop()
  }
}

/** A worker that loses sight of the key of every fiftieth answer, and so takes what is sent again for another. */
export const losingKeys = (bundle: string): string =>
  bundle.replace(
    /export\{(\w+) as default\}/,
    (_, real) => `
let requests = 0
export default {
  ...${real},
  async fetch(request, env, context) {
    if (request.method !== 'POST' || !request.url.endsWith('/v1/responses') || ++requests % 50 > 0) return ${real}.fetch(request, env, context)
    const body = JSON.stringify({ ...(await request.json()), submission: crypto.randomUUID() })
    return ${real}.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }), env, context)
  },
}`,
  )
