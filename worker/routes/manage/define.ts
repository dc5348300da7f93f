import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type * as z from 'zod'
import { Problem } from '../../contract/problem.ts'
import { access, type ManageRoute } from '../../domain/access.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { problem } from '../../middleware/problem.ts'
import { requireAccess } from '../../middleware/require-access.ts'
import { validationErrors } from '../../middleware/validation.ts'

type MethodOf<K extends string> = K extends `${infer Method} ${string}` ? Lowercase<Method> : never
type PathOf<K extends string> = K extends `${string} ${infer Path}` ? Path : never

/** A route of the table, with its role enforced and written into OpenAPI. */
export function defineRoute<const K extends ManageRoute, const C extends Omit<RouteConfig, 'method' | 'path' | 'middleware'>>(
  key: K,
  config: C,
) {
  const [method, path] = key
    .toLowerCase()
    .split(' ', 1)
    .concat(key.slice(key.indexOf(' ') + 1)) as [MethodOf<K>, PathOf<K>]
  const needed = access[key]
  const responses = { ...config.responses, default: problemResponse } as C['responses'] & { default: typeof problemResponse }
  return createRoute({
    ...config,
    responses,
    method,
    path,
    middleware: [requireAccess(key)] as const,
    'x-role': needed,
    security: needed === 'open' ? [] : signedIn,
  })
}

const signedIn: Record<string, string[]>[] = [{ session: [] }, { apiKey: [] }]

const problemResponse = {
  description: 'What is wrong, by RFC 9457',
  content: { 'application/problem+json': { schema: Problem } },
}

export const json = <S extends z.ZodType>(schema: S, description = 'Done') => ({
  description,
  content: { 'application/json': { schema } },
})

export const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } })

/** A router whose faulty input becomes problem+json: 400 for keys and queries it doesn't know, 422 for values that don't fit. */
export function manageRouter() {
  return new OpenAPIHono<ManageEnv>({
    defaultHook(result, c) {
      if (result.success) return
      const unknownKey = result.error.issues.some((issue) => issue.code === 'unrecognized_keys')
      const status = unknownKey || result.target === 'query' || result.target === 'param' ? 400 : 422
      return problem(c, { status, errors: validationErrors(result.error) })
    },
  })
}
