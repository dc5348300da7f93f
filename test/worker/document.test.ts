import { beforeAll, describe, expect, it } from 'vitest'
import { succeeded } from './support/documented.ts'
import { json, send } from './support/shop.ts'
import { prepareTours, tours } from './support/tours.ts'

beforeAll(prepareTours)

describe('the OpenAPI document', () => {
  it.each(Object.keys(tours))('%s', async (name) => {
    await tours[name]?.()
  })

  it('tells of no operation that was not seen to succeed, each as it says', async () => {
    const { paths } = await json<{ paths: Record<string, object> }>(send('/api/openapi.json'))
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(told.length).toBeGreaterThan(100)
    expect(told.filter((route) => !succeeded.has(route))).toEqual([])
  })
})
