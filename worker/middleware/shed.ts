import type { Context } from 'hono'
import type { Problem } from '../contract/problem.ts'
import { adaptivePlaces, type Place } from '../domain/places.ts'
import type { Refusal } from './problem.ts'

/** For what shops' pages send to this isolate: each isolate learns from the database's time how many it may have there at once. */
const places = adaptivePlaces({ first: 24, least: 4, most: 128, floorMs: 5, memoryMs: 60_000 })

/** Whoever has come in has a place, which the request's own work takes over as soon as its body is there. */
const cameIn = new WeakMap<Request, Place>()

/** Whose body takes longer than this waits for it without a place: slow senders hold none. */
const slowMs = 25

/** Bodies of 64 KiB that are read at a time, slow ones among them: at most 16 MiB. */
const mostBodies = 256
let bodies = 0

const sending = /^https?:\/\/[^/]+\/v1\/(responses|displays|erasures|checks)(\?|$)/
const detail = 'too much is sent at once; send this again'
const body = JSON.stringify({ type: 'about:blank', title: 'Try again in a moment', status: 503, detail } satisfies Problem)

/** Whose share it is: before the body is read the page's origin says so, or the key of a server. */
const whoAsks = ({ headers }: Request): string => headers.get('Origin') ?? headers.get('Authorization') ?? ''

/** Seconds after which to come back, spread so that they don't all at once. */
const waits = ['2', '3', '4', '5'] as const
const oneOf = <One>(all: readonly One[]): One => all[Math.floor(Math.random() * all.length)] as One

/** Made once, since a flood is answered by nothing else. */
const refusals = waits.map((seconds) => ({
  status: 503,
  headers: new Headers({
    'Content-Type': 'application/problem+json',
    'Retry-After': seconds,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
    'Cache-Control': 'no-store',
  }),
}))

/**
 * Lets in what pages send as far as there are places, and turns the rest away: at the door, before it is routed, its body read, or anything
 * asked of the database, since what is turned away may take none of the time of what is let in.
 */
export function throughDoor(request: Request, goOn: () => Response | Promise<Response>): Response | Promise<Response> {
  if (request.method !== 'POST' || !sending.test(request.url)) return goOn()
  const place = bodies < mostBodies ? places.take(whoAsks(request)) : undefined
  if (!place) return new Response(body, oneOf(refusals))
  cameIn.set(request, place)
  return inside(request, goOn)
}

async function inside(request: Request, goOn: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await goOn()
  } finally {
    leavePlace(request)
  }
}

function leavePlace(request: Request): void {
  cameIn.get(request)?.leave(Date.now(), false)
  cameIn.delete(request)
}

/** Counts a body while it is read. */
export async function reading<Body>({ req }: Context, read: () => Promise<Body>): Promise<Body> {
  bodies++
  const slow = setTimeout(() => leavePlace(req.raw), slowMs)
  try {
    return await read()
  } finally {
    clearTimeout(slow)
    bodies--
  }
}

/** What somebody is answered for whom there was no place. */
export const busy: Refusal = { status: 503, detail }

/**
 * Does the part of a request that asks the database, in its place; undefined where it has none and there is none: then `busy` is the answer. How
 * long it took is learnt from what is `usual`, since what is refused or counted takes another time.
 */
export async function inPlace<Result>(
  c: Context,
  work: () => Promise<Result>,
  usual: (result: Result) => boolean = () => false,
): Promise<Result | undefined> {
  const place = cameIn.get(c.req.raw) ?? places.take(whoAsks(c.req.raw))
  cameIn.delete(c.req.raw)
  if (!place) {
    c.header('Retry-After', oneOf(waits))
    return
  }
  place.begin(Date.now())
  let tells = false
  try {
    const result = await work()
    tells = usual(result)
    return result
  } finally {
    place.leave(Date.now(), tells)
  }
}
