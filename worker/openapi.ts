import type { OpenAPIHono } from '@hono/zod-openapi'
import * as z from 'zod'
import { SendDisplays } from './contract/display.ts'
import { SendCheck } from './contract/install.ts'
import { Problem } from './contract/problem.ts'
import { Receipt, SendErasure, SendResponse } from './contract/response.ts'
import type { ManageEnv } from './middleware/authenticate.ts'
import { json } from './routes/manage/define.ts'

const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

/**
 * The OpenAPI document of the whole HTTP surface. The build writes it into a static file: the worker doesn't carry what makes it
 * (left-out/).
 */
export function describe(app: OpenAPIHono<ManageEnv>): object {
  describePublicPaths(app.openAPIRegistry)
  return app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Earshot', version: '1' } })
}

/** Adds what isn't made by route definitions: the sending paths, which read their bodies themselves, and how to sign in. */
function describePublicPaths(registry: OpenAPIHono<ManageEnv>['openAPIRegistry']): void {
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: '__Host-earshot' })
  registry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' })
  registry.registerPath({
    method: 'post',
    path: '/v1/responses',
    summary: 'Send a response, or its next step',
    request: { body: sendBody(SendResponse) },
    responses: {
      200: json(Receipt, 'Already stored'),
      201: json(Receipt, 'Stored now'),
      ...unreadable,
      409: refused('Conflict, complete, or too late'),
      410: refused('Closed or erased'),
      422: refused('An answer does not fit its question'),
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/displays',
    summary: 'Count displays; `key` makes a batch idempotent',
    request: { body: sendBody(SendDisplays) },
    responses: {
      201: { description: 'Counted now' },
      200: { description: 'Counted before' },
      ...unreadable,
      410: refused('Closed'),
      422: refused('A trait beyond the limits'),
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/erasures',
    summary: 'Erase a submission for good, also one that has not arrived yet',
    request: { body: sendBody(SendErasure) },
    responses: { 204: { description: 'Erased, now or before' }, ...unreadable },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/checks',
    summary: 'Tell what was found on a page that was opened to be looked at',
    request: { body: sendBody(SendCheck) },
    responses: { 204: { description: 'Taken' }, ...unreadable },
  })
  registry.registerPath({
    method: 'get',
    path: '/w/{siteKey}.js',
    summary: "The tag: the loader with the gates of the site's live surveys",
    responses: { 200: { description: 'JavaScript' }, 404: refused('Unknown site') },
  })
  registry.registerPath({
    method: 'get',
    path: '/w/{siteKey}/{survey}.json',
    summary: 'What a live survey asks; the last gate before it is shown',
    request: { query: z.object({ lang: z.string().optional().meta({ description: 'Languages, the best first: `de-AT,en`' }) }) },
    responses: { 200: { description: 'The content' }, 404: refused('Not live') },
  })
}

/**
 * The widget sends text/plain, which needs no preflight; both are JSON. Its schema is made by zod itself: the generator doesn't know
 * values that are left out when they make no sense. Both mean the JSON Schema of OpenAPI 3.1.
 */
function sendBody(body: z.ZodType) {
  const schema: object = z.toJSONSchema(body, { io: 'input' })
  return { required: true, content: { 'application/json': { schema }, 'text/plain': { schema } } }
}

const unreadable = {
  400: refused('Not JSON, wrong types, broken text encoding'),
  403: refused("Origin not on the site's list, or no API key that may send"),
  404: refused('Unknown site or survey'),
  405: refused('Method other than POST'),
  408: refused('The body did not arrive in time'),
  413: refused('Over 64 KiB'),
  415: refused('Content type'),
  503: refused('Try later'),
}
