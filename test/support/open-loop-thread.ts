// Sends at its fixed rate whatever the worker does, as shoppers do, in a thread of its own.
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { parentPort, workerData } from 'node:worker_threads'
import type { Load, Offered } from './open-loop.ts'

const {
  url,
  rate,
  shoppers = 0,
  most = Number.POSITIVE_INFINITY,
  madeUp = false,
  seconds,
  site,
  survey,
  origin,
} = workerData as Load
const { hostname, port, host } = new URL(url)
/** As many shoppers as may hold a connection at a time; who comes while all are taken waits, and that counts. */
const mostSockets = 256

const offered: Offered = { sent: 0, latencies: [], statuses: {}, broken: 0, retryAfter: [], inTime: 0, lateMs: 0 }
const begun = performance.now()
const endsAt = begun + seconds * 1000
const idle: Socket[] = []
const waiting: (() => void)[] = []
let open = 0
let settled = 0
let isOver = false

function bodyOf(): string {
  const score = offered.sent % 11
  const context = { touchpoint: 'checkout', locale: 'de-DE', url: 'https://shop.example/cart', source: 'widget' }
  const named = madeUp ? `pk_${crypto.randomUUID().slice(0, 16)}` : site
  return JSON.stringify({ site: named, survey, version: 1, submission: crypto.randomUUID(), seq: 1, answers: { score }, context })
}

/** Everybody has an address of their own. */
const addressOf = (i: number) => `${20 + ((i >> 16) & 127)}.${(i >> 8) & 255}.${i & 255}.7`

/** One request, its time counted from the moment it was due. */
function send(due: number): void {
  const body = bodyOf()
  const head = [
    'POST /v1/responses HTTP/1.1',
    `Host: ${host}`,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Origin: ${origin}`,
    'User-Agent: Mozilla/5.0 (iPhone) Mobile',
    `CF-Connecting-IP: ${addressOf(Math.floor(Math.random() * 2 ** 23))}`,
  ]
  offered.sent++
  const text = `${head.join('\r\n')}\r\n\r\n${body}`
  const socket = idle.pop()
  if (socket) exchange(socket, text, due)
  else if (open >= mostSockets) waiting.push(() => exchange(idle.pop() ?? dial(), text, due))
  else exchange(dial(), text, due)
}

function dial(): Socket {
  open++
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  socket.on('close', () => open--)
  return socket
}

function exchange(socket: Socket, text: string, due: number): void {
  let answer = ''
  const end = (status: string | undefined) => {
    socket.removeAllListeners('data').removeAllListeners('error').removeAllListeners('end')
    settled++
    if (status === undefined) {
      offered.broken++
      socket.destroy()
    } else {
      offered.statuses[status] = (offered.statuses[status] ?? 0) + 1
      if (status.startsWith('2')) {
        const now = performance.now()
        offered.latencies.push(now - due)
        if (now <= endsAt) offered.inTime++
      }
      const [, after] = /\r\nretry-after: (\d+)/i.exec(answer) ?? []
      if (after && offered.retryAfter.length < 1_000) offered.retryAfter.push(Number(after))
      socket.on('error', () => socket.destroy())
      idle.push(socket)
    }
    waiting.shift()?.()
    if (rate === 0) again()
    finishWhenDone()
  }
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
    if (isWhole(answer)) end(answer.slice(9, 12))
  })
  socket.on('error', () => end(undefined))
  socket.on('end', () => end(undefined))
  socket.write(text)
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(answer) ?? []
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length)
}

function finishWhenDone(): void {
  if (!isOver || settled < offered.sent) return
  for (const socket of idle) socket.destroy()
  parentPort?.postMessage(offered)
}

/** Exponential gaps (a Poisson process) around the rate: shoppers don't come in step. */
let due = begun
function tick(): void {
  const now = performance.now()
  while (due <= now && due < endsAt) {
    offered.lateMs = Math.max(offered.lateMs, now - due)
    send(due)
    due -= (Math.log(1 - Math.random()) * 1000) / rate
  }
  if (due < endsAt) setTimeout(tick, 1)
  else {
    isOver = true
    finishWhenDone()
  }
}

/** The next of a shopper who had their answer. */
function again(): void {
  const now = performance.now()
  if (now < endsAt && offered.sent < most) send(now)
  else isOver = true
}

if (rate > 0) tick()
else for (let i = 0; i < shoppers; i++) again()
