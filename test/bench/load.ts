import process from 'node:process'
import { type Load, type Offered, offer, quantile } from '../support/open-loop.ts'
import { startProduct } from '../support/product.ts'
import { bindings } from '../support/proof-shop.ts'
import { openForLoad } from './support/load-site.ts'
import { median } from './support/median.ts'
import { table } from './support/table.ts'

const seconds = 5

interface Round {
  saturation: number
  half: number
  goodput: number
  p99: number
  refused: number
}

/** The door that lets everybody in: the same bundle with so many places that none is ever missing. */
export function unshed(bundle: string): string {
  const places = bundle.replace(/first:24,least:4,most:128/, 'first:1e9,least:1e9,most:1e9')
  const bodies = places.replace(/(memoryMs:6e4\}\),\w+=new WeakMap,\w+=25,\w+)=256/, '$1=1e9')
  if (places === bundle || bodies === places) throw new Error('the bundle has no places to take away')
  return bodies
}

/**
 * `bench -- load [ROUNDS]`: answers sent at rates that don't wait for the worker, each timed from the moment it was due, to the product and to
 * a copy without its door, in turns. A round finds what each can do (as many as 16 shoppers at a time get through), then offers half of
 * that, then three times.
 */
export async function load([rounds = '5']: string[]): Promise<void> {
  const targets = { earshot: await startProduct(bindings), unshed: await startProduct(bindings, { rewritten: unshed }) }
  const results: Record<keyof typeof targets, Round[]> = { earshot: [], unshed: [] }
  try {
    const loads = { earshot: await openForLoad(targets.earshot), unshed: await openForLoad(targets.unshed) }
    const memory = targets.earshot.memory()
    for (const name of ['earshot', 'unshed'] as const) await offer({ ...loads[name], rate: 100, seconds: 3 })
    for (let round = 0; round < Number(rounds); round++) {
      const names = round % 2 === 0 ? (['earshot', 'unshed'] as const) : (['unshed', 'earshot'] as const)
      for (const name of names) results[name].push(await measure(loads[name]))
    }
    report(results)
    const [before, after] = [memory, targets.earshot.memory()].map((bytes) => (bytes / 2 ** 20).toFixed(0))
    process.stdout.write(`  memory of workerd, database included: ${before} MiB before, ${after} MiB after\n`)
  } finally {
    await Promise.all(Object.values(targets).map((target) => target.stop()))
  }
}

async function measure(load: Omit<Load, 'rate' | 'seconds'>): Promise<Round> {
  const full = await offer({ ...load, seconds, rate: 0, shoppers: 16 })
  const saturation = within(full)
  const half = await offer({ ...load, seconds, rate: saturation / 2 })
  const flood = await offer({ ...load, seconds, rate: saturation * 3 })
  return {
    saturation,
    half: quantile(half.latencies, 0.99),
    goodput: within(flood),
    p99: quantile(flood.latencies, 0.99),
    refused: flood.statuses['503'] ?? 0,
  }
}

/** Answers acknowledged a second, while more were sent. */
const within = ({ inTime }: Offered): number => inTime / seconds

function report(results: Record<string, Round[]>): void {
  const raw = (values: number[], digits = 0) => values.map((value) => value.toFixed(digits)).join(' ')
  for (const [name, rounds] of Object.entries(results)) {
    const of = (value: (round: Round) => number) => rounds.map(value)
    const goodput = of(({ goodput, saturation }) => goodput / saturation)
    const p99 = of(({ p99, half }) => p99 / half)
    process.stdout.write(`  ${name}\n`)
    process.stdout.write(
      table([
        ['stored a second, 16 at a time', median(of((r) => r.saturation)).toFixed(0), `raw ${raw(of((r) => r.saturation))}`],
        ['p99 at half of that, ms', median(of((r) => r.half)).toFixed(0), `raw ${raw(of((r) => r.half))}`],
        ['stored a second, 3 times that sent', median(of((r) => r.goodput)).toFixed(0), `raw ${raw(of((r) => r.goodput))}`],
        ['p99 of these, ms', median(of((r) => r.p99)).toFixed(0), `raw ${raw(of((r) => r.p99))}`],
        ['told to come back', median(of((r) => r.refused)).toFixed(0), `raw ${raw(of((r) => r.refused))}`],
        ['of saturation (goal 0.90)', median(goodput).toFixed(2), `raw ${raw(goodput, 2)}`],
        ['of the p99 at half (goal at most 3)', median(p99).toFixed(2), `raw ${raw(p99, 2)}`],
      ]),
    )
  }
}
