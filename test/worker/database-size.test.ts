import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Upkeep } from '../../worker/contract/upkeep.ts'
import { watchSize } from '../../worker/jobs/size.ts'
import { openDb } from '../../worker/store/db.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { db, json, manage, migrate, type Shop, setUp } from './support/shop.ts'

let shop: Shop
let lines: string[] = []

beforeAll(async () => {
  await migrate()
  shop = await setUp()
})
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

/** A database that says it is so large. */
const sized = (bytes: number): D1Database =>
  new Proxy(env.DB, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name).bind(target)
      return (sql: string) => {
        if (!sql.includes('alarmed FROM')) return target.prepare(sql)
        return { all: async () => ({ ...(await target.prepare(sql).all()), meta: { size_after: bytes } }) }
      }
    },
  })

const watch = async (megabytes: number, plan = 'free') => {
  lines = []
  await watchSize(
    { ...env, D1_PLAN: plan, ALARM_MAIL: '', SECURITY_CONTACT: '' },
    openDb(sized(megabytes * 1_000_000)),
    Date.now(),
  )
  return lines.map((line) => JSON.parse(line).error)
}
const share = async () => (await json<Upkeep>(manage(shop.apiKey, 'GET', '/api/v1/upkeep'))).databaseShare

it('says once that the database is 70, 85 or 95 % full, and again only after it was clearly below', async () => {
  const told: [number, string | undefined][] = [
    [349, undefined],
    [350, '350000000 bytes of 500000000: 70 %'],
    [420, undefined],
    [425, '425000000 bytes of 500000000: 85 %'],
    [416, undefined],
    [426, undefined],
    [414, undefined],
    [425, '425000000 bytes of 500000000: 85 %'],
    [499, '499000000 bytes of 500000000: 95 %'],
    [100, undefined],
    [499, '499000000 bytes of 500000000: 95 %'],
  ]
  for (const [megabytes, line] of told) expect([megabytes, (await watch(megabytes))[0]]).toEqual([megabytes, line])
  expect(await share()).toBe(100)
  expect(await watch(6_999, 'paid')).toEqual([])
  expect(await share()).toBeNull()
  expect(await watch(8_500, 'paid')).toHaveLength(1)
  expect(await share()).toBe(85)
})

it('knows the size by D1’s own word', async () => {
  await watchSize({ ...env, D1_PLAN: 'paid', ALARM_MAIL: '', SECURITY_CONTACT: '' }, openDb(env.DB), Date.now())
  expect(Number(await db.prepare('SELECT bytes FROM database_size').first('bytes'))).toBeGreaterThan(100_000)
})

it('is mailed to whoever runs the installation, once; where the mail is refused the log says so', async () => {
  const host = 'alarm.mail.example'
  await setUpHost(host, { answers: [{ status: 200 }, { status: 500 }] })
  const fill = async (megabytes: number) => {
    lines = []
    const settings = { ...env, D1_PLAN: 'free', ALARM_MAIL: `ops@${host}`, SECURITY_CONTACT: '' }
    await watchSize(settings, openDb(sized(megabytes * 1_000_000)), Date.now())
    return lines.map((line) => JSON.parse(line).what)
  }
  await fill(100)
  expect(await fill(360)).toEqual(['the database is filling up'])
  expect(await fill(370)).toEqual([])
  const [mail, ...more] = (await reachedHost(host)).map(({ body }) => JSON.parse(body) as Record<string, string>)
  expect(more).toEqual([])
  expect(mail).toMatchObject({ to: `ops@${host}`, subject: 'Earshot: the database is 70 % full' })
  expect(mail?.text).toContain('It holds 360 MB of the 500 MB that D1 allows')
  expect(await fill(430)).toEqual(['the database is filling up', 'an alarm was not mailed'])
})
