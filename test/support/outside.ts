import { type Request, Response } from 'miniflare'
import { type Answered, faultsOf } from './document.ts'
import { internet } from './internet.ts'

/** All that lies outside of a worker under test: the internet of the tests, and what holds answers against the OpenAPI document. */
export async function outside(request: Request): Promise<Response> {
  if (new URL(request.url).hostname !== 'document.test') return await internet(request)
  return Response.json(faultsOf((await request.json()) as Answered) ?? { route: '', faults: [] })
}
