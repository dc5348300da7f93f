import { type Request, Response } from 'miniflare'

/** What a host of the test's internet is and does. */
export interface Host {
  /** Where its name leads, in turns: each look-up answers the next, the last for good. */
  addresses: string[][]
  /** How its server answers, in turns likewise. */
  answers: Answer[]
}

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string
  /** It never answers. */
  hangs?: boolean
  /** Of its body comes one byte, and then nothing for ever. */
  drips?: boolean
}

/** A request that reached a host. */
export interface Reached {
  host: string
  path: string
  headers: Record<string, string>
  body: string
  /** What it was answered; 0 where it never was. */
  status: number
}

const control = 'internet.test'
const resolver = 'cloudflare-dns.com'
const mailer = 'api.resend.com'
const hosts = new Map<string, Host & { looked: Record<number, number>; asked: number }>()
const reached: Reached[] = []

/**
 * All that lies outside of a worker under test, as Miniflare's outbound service: hosts by name and the resolver that knows them. A test arranges
 * it by requests to https://internet.test/, which are the same in whatever process they are made.
 */
export async function internet(request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (url.hostname === control) return await arrange(url, request)
  if (url.hostname === resolver) return resolve(url)
  const body = await request.text()
  if (url.hostname === mailer && !hosts.has(addressee(body))) return new Response(null, { status: 502 })
  // A mail reaches the host of its address, and is taken as that answers.
  const name = url.hostname === mailer ? addressee(body) : url.hostname
  const host = hosts.get(name)
  const answer = host ? inTurn(host.answers, host.asked++) : { status: 502 }
  const { status = 204, headers = {}, body: said = null, hangs = false, drips = false } = answer ?? {}
  reached.push({
    host: name,
    path: url.pathname,
    headers: Object.fromEntries(request.headers),
    body,
    status: hangs ? 0 : status,
  })
  if (hangs) return await new Promise(() => {})
  return new Response(drips ? dripping() : said, { status, headers })
}

const dripping = () =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(1)),
  })

/** The host of the address a mail goes to, as the carrier is told. */
const addressee = (mail: string) => (JSON.parse(mail) as { to: string }).to.split('@')[1] ?? ''

/** `PUT /HOST` sets one up; `GET /HOST` answers what reached it and forgets that, `GET /` what reached any but the hosts of receiver.example. */
async function arrange({ pathname }: URL, request: Request): Promise<Response> {
  const name = pathname.slice(1)
  if (request.method === 'PUT') {
    hosts.set(name, { ...((await request.json()) as Host), looked: {}, asked: 0 })
    return new Response(null, { status: 204 })
  }
  const found = reached.filter(({ host }) => (name === '' ? !host.endsWith('.receiver.example') : host === name))
  for (const one of found) reached.splice(reached.indexOf(one), 1)
  return Response.json(found)
}

function resolve({ searchParams }: URL): Response {
  const name = searchParams.get('name') ?? ''
  const type = searchParams.get('type') === 'AAAA' ? 28 : 1
  const host = hosts.get(name)
  if (!host) return Response.json({ Status: 3 })
  const turn = host.looked[type] ?? 0
  host.looked[type] = turn + 1
  const addresses = inTurn(host.addresses, turn) ?? []
  const data = addresses.filter((address) => address.includes(':') === (type === 28))
  return Response.json({ Status: 0, Answer: data.map((address) => ({ name, type, TTL: 60, data: address })) })
}

const inTurn = <One>(list: readonly One[], turn: number): One | undefined => list[Math.min(turn, list.length - 1)]
