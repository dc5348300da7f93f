import { afterAll, beforeAll, expect, test } from 'vitest'
import { access } from '../../worker/domain/access.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
}, 120_000)
afterAll(() => product?.stop())

/** Parts of libraries are left out of the bundle: what needs one of them would fail there and nowhere else. */
test('the bundle that is deployed tells every route, and what each takes', async () => {
  const answer = await fetch(new URL('/api/openapi.json', product.url))
  expect(answer.status).toBe(200)
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, object>> }
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(told).toEqual(expect.arrayContaining(Object.keys(access)))
  expect(JSON.stringify(paths['/api/v1/notes']?.post)).toContain('"maxLength":500')
  expect(JSON.stringify(paths['/v1/responses']?.post)).toContain('"submission"')
})
