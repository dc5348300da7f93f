import type { OpenAPIHono } from '@hono/zod-openapi'
import * as z from 'zod'
import { SendDisplays } from './contract/display.ts'
import { SendCheck } from './contract/install.ts'
import { Problem } from './contract/problem.ts'
import { Receipt, SendErasure, SendResponse } from './contract/response.ts'
import type { ManageEnv } from './middleware/authenticate.ts'
import { resources, tagOf } from './openapi-resources.ts'
import { json } from './routes/manage/define.ts'

const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

/**
 * The OpenAPI document of the whole HTTP surface. The build writes it into a static file: the worker doesn't carry what makes it
 * (left-out/).
 */
export function describe(app: OpenAPIHono<ManageEnv>): object {
  describePublicPaths(app.openAPIRegistry)
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: '/', description: 'This installation' }] })
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [path, completed(path, item)])
  const whole = { ...document, tags: tagsOf(paths.map(([path]) => String(path))), paths: Object.fromEntries(paths) }
  return JSON.parse(JSON.stringify(whole, (key, value) => (key === 'pattern' ? plainPattern(value) : value))) as object
}

/** A pattern as JSON Schema has it, which reads all of them by Unicode: the generator leaves a regular expression's flags behind it. */
function plainPattern(pattern: string): string {
  const [, plain = pattern, flags = ''] = /^(\^.*\$)\/(\w*)$/s.exec(pattern) ?? []
  if (flags.replace('u', '') !== '') throw new Error(`JSON Schema knows no flags such as of ${pattern}`)
  return plain
}

const info = {
  title: 'Earshot',
  version: '1',
  description:
    'Customer feedback for web shops. A key made in the settings goes as `Authorization: Bearer sk_…` and stands for its site; `x-role` says what an operation needs at least. Times are ISO 8601, days are the site’s own. What another site has answers 404, as what doesn’t exist.',
  license: { name: 'MIT', identifier: 'MIT' },
}

const tagsOf = (paths: readonly string[]) =>
  [...new Set(paths.map(tagOf))].sort().map((name) => ({ name, description: resources[name] }))

/** What generated clients and readers go by: a name for each operation, its resource, and that it may be refused. */
function completed(path: string, item: object): object {
  const words = path.replace(/^\/api\/v1/, '').match(/\w+/g) ?? []
  const name = words.map((word) => (word[0]?.toUpperCase() ?? '') + word.slice(1)).join('')
  const operations = Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
    const { default: otherwise, ...answers } = operation.responses
    const responses = otherwise ? { ...answers, '4XX': otherwise, default: otherwise } : answers
    return [method, { operationId: method + name, tags: [tagOf(path)], security: [], ...operation, responses }]
  })
  return Object.fromEntries(operations)
}

interface Operation {
  responses: Record<string, object>
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
      202: json(Receipt, 'Stored, and set aside: it looks like abuse, and counts once somebody lets it in'),
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
      201: json(z.object({ key: z.string() }), 'Counted now'),
      200: json(z.object({ key: z.string() }), 'Counted before'),
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
    request: { params: z.object({ siteKey: z.string() }) },
    responses: {
      200: { description: 'JavaScript', content: { 'text/javascript': { schema: z.string() } } },
      304: { description: 'As the `If-None-Match` of the request says' },
      404: refused('Unknown site'),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/w/{siteKey}/{survey}.json',
    summary: 'What a live survey asks; the last gate before it is shown',
    request: {
      params: z.object({ siteKey: z.string(), survey: z.string() }),
      query: z.object({ lang: z.string().optional().meta({ description: 'Languages, the best first: `de-AT,en`' }) }),
    },
    responses: { 200: json(WidgetContent, 'The content'), 404: refused('Not live') },
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

/** What a program of one's own that asks has to know; the rest is for the widget (docs/headless.md). */
const WidgetContent = z.looseObject({
  survey: z.string(),
  /** To be named with the answers. */
  version: z.int(),
  locale: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  touchpoint: z.string(),
  questions: z.array(z.looseObject({ id: z.string(), type: z.string() })),
})

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
