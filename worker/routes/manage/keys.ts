import * as z from 'zod'
import { ApiKey, CreateApiKey, CreatedApiKey } from '../../contract/people.ts'
import { newId, newSecret } from '../../domain/ids.ts'
import { scopesOf } from '../../domain/key-scopes.ts'
import { sha256 } from '../../domain/secrets.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { deleteApiKey, insertApiKey, listApiKeys } from '../../store/api-keys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const list = defineRoute('GET /api/v1/keys', {
  summary: 'API keys by name; the keys themselves are not kept',
  responses: { 200: json(z.object({ keys: z.array(ApiKey) })) },
})
const create = defineRoute('POST /api/v1/keys', {
  summary: 'Make an API key; it is shown this once',
  request: { body: body(CreateApiKey) },
  responses: { 201: json(CreatedApiKey) },
})
const remove = defineRoute('DELETE /api/v1/keys/{id}', {
  summary: 'Revoke a key at once',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Done' } },
})

export const keyRoutes = manageRouter()
  .openapi(list, async (c) => c.json({ keys: await listApiKeys(c.get('db'), c.get('site').id) }, 200))
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const { name, role, scopes = role && scopesOf(role) } = c.req.valid('json')
    if (!scopes) return problem(c, { status: 422, errors: [{ pointer: '/scopes', detail: 'what the key may do' }] })
    const key = newSecret('sk')
    const id = newId('key')
    await insertApiKey(db, { id, hash: await sha256(key), site: site.id, name, scopes }, now).execute()
    return c.json({ id, name, scopes, createdAt: new Date(now).toISOString(), usedAt: null, key }, 201)
  })
  .openapi(remove, async (c) => {
    const removed = await deleteApiKey(c.get('db'), c.get('site').id, c.req.valid('param').id)
    c.set('before', { name: removed })
    return removed === undefined ? problem(c, notFound) : c.body(null, 204)
  })
