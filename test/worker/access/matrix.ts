import { describe, expect, it } from 'vitest'
import { app } from '../../../worker/app.ts'
import { access } from '../../../worker/domain/access.ts'
import { json, send } from '../support/shop.ts'
import { actors, harmless, roles, routes } from './ground.ts'

export function routesAndRoles(): void {
  describe('the table of routes and roles', () => {
    it('names every management route that the app serves, and no other', async () => {
      const served = app.routes
        .filter(({ method, path }) => path.startsWith('/api/v1/') && method !== 'ALL')
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      expect([...new Set(served)].sort()).toEqual(routes.toSorted())
      const { paths } = await json<{ paths: Record<string, object> }>(send('/api/openapi.json'))
      const described = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      )
      expect(described.filter((route) => route.includes('/api/v1/')).sort()).toEqual(routes.toSorted())
    })

    it.each(routes)('%s', async (route) => {
      const needed = access[route]
      for (const actor of actors) {
        // An actor who is signed out or has left would spoil the next case.
        if (['POST /api/v1/logout', 'DELETE /api/v1/members/me'].includes(route) && actor.person) continue
        const answer = await actor.send(...harmless(route))
        const text = await answer.text()
        const may =
          needed === 'open' ||
          (actor.role !== null && (needed === 'signed-in' || roles.indexOf(actor.role) >= roles.indexOf(needed)))
        const about = `${actor.name}: ${answer.status} ${text}`
        if (may) expect([200, 202, 204, 400, 404, 409, 415, 422], about).toContain(answer.status)
        else expect(answer.status, about).toBe(actor.role === null ? 401 : 403)
        expect(answer.headers.get('Cache-Control'), about).toBe('no-store')
        expect(answer.headers.get('Cross-Origin-Resource-Policy'), about).toBe('same-origin')
        expect(answer.headers.get('X-Content-Type-Options'), about).toBe('nosniff')
        expect(answer.headers.get('Access-Control-Allow-Origin'), about).toBeNull()
        if (answer.status >= 400) expect(answer.headers.get('Content-Type'), about).toBe('application/problem+json')
      }
    })
  })
}
