import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, seeded } from '../../scripts/sample/random.ts'
import { type Product, restartProduct, startProduct } from './product.ts'
import { bindings, openShop, sendStep } from './proof-shop.ts'
import { recounted } from './response-model.ts'

/** What became of answers sent to a worker that was killed again and again. */
export interface Survived {
  kills: number
  /** Steps that were answered 201 or 200, each counted once. */
  acknowledged: number
  /** Steps sent again though they had been acknowledged. */
  repeated: number
  /** Attempts that ended without an answer. */
  broken: number
  /** Acknowledged steps that aren't stored, or not as they were sent. */
  lost: string[]
  /** Counts that aren't what the rows say, steps counted more or less than once. */
  drift: string[]
}

const shoppers = 6

/** In letters alone: figures may be somebody's number, and are taken out. */
const saidBy = (submission: string) => `Said ${submission.replace(/\d/g, (digit) => 'klmnopqrst'[Number(digit)] ?? '')}`

interface Said {
  submission: string
  score: number
  /** The last step that was acknowledged. */
  seq: number
}

/**
 * Shoppers answer in two steps each and send again what wasn't acknowledged, and a third of what was, while the worker's process ends at
 * random, as in a power cut, and is started again on the database it leaves.
 */
export async function surviveKills(kills: number, seed: number, rewritten?: (bundle: string) => string): Promise<Survived> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-durability-'))
  const around = { folder, ...(rewritten && { rewritten }) }
  const random = seeded(seed, 'kills')
  const survived: Survived = { kills, acknowledged: 0, repeated: 0, broken: 0, lost: [], drift: [] }
  const said: Said[] = []
  let product = await startProduct(bindings, around)
  try {
    const shop = await openShop(product)
    let up = Promise.resolve()
    let isOver = false
    let onAcknowledged = () => {}

    /** True where it was acknowledged, whichever way. */
    const send = async (step: object): Promise<boolean> => {
      try {
        const status = await sendStep(product, shop, step)
        if (status === 201 || status === 200) return true
        if (status !== 503) throw new Error(`answered ${status}`)
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('answered')) throw error
        survived.broken++
      }
      return false
    }
    const deliver = async (step: object, own: Random) => {
      while (!(await send(step))) await up
      survived.acknowledged++
      onAcknowledged()
      if (own() >= 0.3) return
      survived.repeated++
      while (!(await send(step))) await up
    }
    const answer = async (own: Random) => {
      while (!isOver) {
        const one: Said = { submission: crypto.randomUUID(), score: Math.floor(own() * 11), seq: 0 }
        said.push(one)
        const { submission, score } = one
        await deliver({ submission, seq: 1, answers: { score } }, own)
        one.seq = 1
        await deliver({ submission, seq: 2, complete: true, answers: { score, why: saidBy(submission) } }, own)
        one.seq = 2
      }
    }
    const everybody = Promise.all(Array.from({ length: shoppers }, (_, i) => answer(seeded(seed, `shopper ${i}`))))

    for (let kill = 0; kill < kills; kill++) {
      let left = 3 + Math.floor(random() * 40)
      const enough = new Promise<void>((resolve) => {
        onAcknowledged = () => {
          if (--left === 0) resolve()
        }
      })
      // Who is refused fails here.
      await Promise.race([enough, everybody])
      const killed = Promise.withResolvers<void>()
      up = killed.promise
      // In the middle of whatever the others have sent.
      product.kill()
      await product.stop().catch(() => {})
      product = await restartProduct(bindings, around)
      killed.resolve()
    }
    isOver = true
    await everybody
    await judge(product, said, survived)
  } finally {
    await product.stop().catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
  return survived
}

async function judge({ database }: Product, said: readonly Said[], survived: Survived): Promise<void> {
  const { stored: rows, counted, expected } = await recounted(database)
  const stored = new Map(rows.map((row) => [row.submission, row]))
  for (const { submission, score, seq } of said) {
    const row = stored.get(submission)
    const comment = row?.seq === 2 ? saidBy(submission) : ''
    if (seq > 0 && !(row && row.seq >= seq && row.score === score && row.comment === comment))
      survived.lost.push(`${submission}, step ${seq}`)
  }
  for (const what of ['answers', 'displays'] as const)
    survived.drift.push(...difference(counted[what], expected[what]), ...difference(expected[what], counted[what]))
  const steps = rows.reduce((sum, row) => sum + row.seq, 0)
  const outcome = await database.prepare("SELECT coalesce(sum(n), 0) FROM outcomes WHERE outcome = 'stored'").raw<[number]>()
  if (outcome[0]?.[0] !== steps) survived.drift.push(`${outcome[0]?.[0]} steps counted as stored instead of ${steps}`)
}

const difference = (a: readonly string[], b: readonly string[]) => a.filter((one) => !b.includes(one))

/** A worker that says "stored" once it holds an answer in memory, and stores what it holds when it has twenty: what many do. */
export const acknowledgingEarly = (bundle: string): string =>
  bundle.replace(
    /export\{(\w+) as default\}/,
    (_, real) => `
const held = []
export default {
  ...${real},
  async fetch(request, env, context) {
    if (request.method !== 'POST' || !request.url.endsWith('/v1/responses')) return ${real}.fetch(request, env, context)
    held.push(request.clone())
    if (held.length >= 20) for (const one of held.splice(0)) await ${real}.fetch(one, env, context)
    return Response.json({}, { status: 201 })
  },
}`,
  )
