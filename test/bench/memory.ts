import { connect } from 'node:net'
import process from 'node:process'
import { offer } from '../support/open-loop.ts'
import { type Product, startProduct } from '../support/product.ts'
import { bindings } from '../support/proof-shop.ts'
import { openForLoad } from './support/load-site.ts'
import { table } from './support/table.ts'

const mib = 2 ** 20
const slices = 20

/**
 * `bench -- memory [REQUESTS]`: what the process holds over so many requests that are refused since they name made-up sites, and while
 * a body of 99 MB comes in pieces without saying how long it is.
 */
export async function memory([requests = '200000']: string[]): Promise<void> {
  const product = await startProduct(bindings)
  try {
    const load = await openForLoad(product)
    const each = Math.ceil(Number(requests) / slices)
    const held: number[] = []
    const statuses: Record<string, number> = {}
    for (let slice = 0; slice < slices; slice++) {
      const { statuses: answered } = await offer({ ...load, rate: 0, shoppers: 16, most: each, seconds: 600, madeUp: true })
      for (const [status, n] of Object.entries(answered)) statuses[status] = (statuses[status] ?? 0) + n
      held.push(product.memory())
    }
    const first = held[Math.floor(slices / 4)] ?? 0
    const last = held.at(-1) ?? 0
    const { grew, answer } = await large(product)
    process.stdout.write(
      table([
        ['answered', JSON.stringify(statuses)],
        ['held after each twentieth, MiB', held.map((bytes) => (bytes / mib).toFixed(0)).join(' ')],
        ['grew over the last three quarters', `${((last - first) / mib).toFixed(1)} MiB`],
        ['grew by a body of 99 MB in pieces', `${(grew / mib).toFixed(1)} MiB (goal at most 20), answered ${answer}`],
      ]),
    )
  } finally {
    await product.stop()
  }
}

/** A body that never says how long it is; how much more is held at most while it comes. */
async function large({ direct, memory: held }: Product): Promise<{ grew: number; answer: string }> {
  const { hostname, port, host } = new URL(direct)
  const socket = connect({ host: hostname, port: Number(port) })
  const head = `POST /v1/responses HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`
  const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  let [answer, isOver] = ['', false]
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  const ended = new Promise<void>((resolve) => {
    socket.on('error', () => resolve()).on('close', () => resolve())
  }).then(() => {
    isOver = true
  })
  const before = held()
  let most = before
  socket.write(head)
  for (let sent = 0; sent < 99e6 && !isOver; sent += 0x10000) {
    const isFull = !socket.write(piece)
    if (isFull) await Promise.race([new Promise<void>((resolve) => socket.once('drain', () => resolve())), ended])
    most = Math.max(most, held())
  }
  socket.end('0\r\n\r\n')
  await ended
  return { grew: Math.max(most, held()) - before, answer: answer.slice(9, 12) || 'with a shut connection' }
}
