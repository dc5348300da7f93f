import type { Context } from 'hono'
import type { Problem } from '../contract/problem.ts'
import { adaptivePlaces } from '../domain/places.ts'
import type { Refusal } from './problem.ts'

/** For what shops' pages send to this isolate: each isolate learns from the database's time how many it may have there at once. */
const places = adaptivePlaces({ first: 24, least: 4, most: 128, floorMs: 5, memoryMs: 60_000 })

/** Bodies of 64 KiB that are read at a time, slow ones among them: at most 16 MiB. */
const mostBodies = 256
let bodies = 0

const sending = /^https?:\/\/[^/]+\/v1\/(responses|displays|erasures|checks)(\?|$)/
const detail = 'too much is sent at once; send this again'
const body = JSON.stringify({ type: 'about:blank', title: 'Try again in a moment', status: 503, detail } satisfies Problem)

/** Whose share it is: before the body is read the page's origin says so, or the key of a server. */
const whoAsks = ({ headers }: Request): string => headers.get('Origin') ?? headers.get('Authorization') ?? ''

/** Seconds after which to come back, spread so that they don't all at once. */
const comeBack = (): string => String(2 + Math.floor(Math.random() * 4))

/**
 * Turns away what pages send when there is no place for it: at the door, before it is routed, its body read, or anything asked of the
 * database, since what is turned away may take none of the time of what is let in. Undefined: come in.
 */
export function shed(request: Request): Response | undefined {
  if (request.method !== 'POST' || !sending.test(request.url)) return
  if (bodies < mostBodies && places.hasRoom(() => whoAsks(request))) return
  const headers = {
    'Content-Type': 'application/problem+json',
    'Retry-After': comeBack(),
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
    'Cache-Control': 'no-store',
  }
  return new Response(body, { status: 503, headers })
}

/** Counts a body while it is read: whoever sends one slowly holds no place meanwhile. */
export async function reading<Body>(read: () => Promise<Body>): Promise<Body> {
  bodies++
  try {
    return await read()
  } finally {
    bodies--
  }
}

/** What somebody is answered for whom there was no place. */
export const busy: Refusal = { status: 503, detail }

/**
 * Does the part of a request that asks the database, in a place of its own; undefined where there is none: then `busy` is the answer. How
 * long it took is learnt from what is `usual`, since what is refused or counted takes another time.
 */
export async function inPlace<Result>(
  c: Context,
  work: () => Promise<Result>,
  usual: (result: Result) => boolean = () => false,
): Promise<Result | undefined> {
  const place = places.take(whoAsks(c.req.raw), Date.now())
  if (!place) {
    c.header('Retry-After', comeBack())
    return
  }
  let tells = false
  try {
    const result = await work()
    tells = usual(result)
    return result
  } finally {
    place.leave(Date.now(), tells)
  }
}
