import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { root } from '../../scripts/lib/install.mjs'

/** What a client was answered, as far as the OpenAPI document says anything of it. */
export interface Answered {
  method: string
  path: string
  status: number
  /** '' for none. */
  type: string
  /** Of JSON; else undefined. */
  body?: unknown
}

interface Described {
  content?: Record<string, { schema: object }>
}

interface Operation {
  route: string
  path: RegExp
  responses: Record<string, Described>
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
const validators = new Map<object, ValidateFunction>()
let operations: Operation[] | undefined

/** The document's operation that answered so, as `GET /api/v1/…`, and what is wrong with the answer by it; undefined where it tells of no such operation. */
export function faultsOf({ method, path, status, type, body }: Answered): { route: string; faults: string[] } | undefined {
  operations ??= readOperations()
  const operation = operations.find((one) => one.route.startsWith(`${method} `) && one.path.test(path))
  if (!operation) return
  const { route, responses } = operation
  const described = responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default
  if (!described) return { route, faults: [`answers ${status}, which the document does not tell of`] }
  const types = Object.keys(described.content ?? {})
  if (types.length === 0)
    return { route, faults: body === undefined ? [] : [`${status} has a body, of which the document tells nothing`] }
  const schema = described.content?.[type]?.schema
  if (!schema) return { route, faults: [`${status} is ${type}, the document says ${types.join(' or ')}`] }
  if (body === undefined) return { route, faults: [] }
  const validate = validators.get(schema) ?? ajv.compile(closed(schema))
  validators.set(schema, validate)
  validate(body)
  return {
    route,
    faults: (validate.errors ?? []).map(
      (error) => `${status} ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
    ),
  }
}

/** Those with fewer places for anything first: `/tags/figures` is no tag's id. */
function readOperations(): Operation[] {
  const { paths } = JSON.parse(readFileSync(join(root, 'dist/assets/l/openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Pick<Operation, 'responses'>>>
  }
  return Object.entries(paths)
    .sort(([a], [b]) => places(a) - places(b))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => ({
        route: `${method.toUpperCase()} ${path}`,
        path: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
        responses,
      })),
    )
}

const places = (path: string) => path.split('{').length

/** The schema with every object as it is told and no more: what an answer holds beyond that is undocumented. */
function closed(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema as never
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'enum' || key === 'const' ? value : closed(value)]),
  )
  return 'properties' in schema && !('additionalProperties' in schema) ? { ...inner, additionalProperties: false } : inner
}
