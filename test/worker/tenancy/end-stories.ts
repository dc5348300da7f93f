import { siteHash } from '../../../worker/store/erasure-ledger.ts'
import { asPerson } from '../support/people.ts'
import { run } from '../support/run.ts'
import { file, here, made } from '../support/tours.ts'
import { day, type RareStories } from './rare-stage.ts'

/** What somebody takes out of a site, and how one ends. */
export const endStories: RareStories = {
  async 'somebody who takes files out, here and there'({ later, beside }) {
    const { shop, cookie, owner } = here()
    const line = `INSERT INTO audit_log (site, at, actor, name, action, object, coarse, status)
                  VALUES (?, ?, ?, 'Somebody', 'GET /api/v1/exports/responses.csv', '', 0, 200)`
    for (let n = 0; n < 5; n++) await run(line, beside.site, Date.now(), owner)
    const files = `/api/v1/exports/responses.csv?site=${shop.site.id}`
    await (await asPerson(cookie, 'GET', files)).text()
    await asPerson(cookie, 'GET', `/api/v1/me?site=${shop.site.id}`)
    await later(60_000)
  },

  async 'a site that ends'({ later, beside, copy }) {
    const { shop, cookie, survey } = here()
    await asPerson(cookie, 'DELETE', `/api/v1/sites/${shop.site.id}?site=${shop.site.id}`)
    await asPerson(cookie, 'POST', `/api/v1/sites/${shop.site.id}/restore?site=${shop.site.id}`)
    // One of everything for the site beside, though nothing is kept of it that ends.
    for (const site of [shop.site.id, beside.site]) {
      await run("INSERT INTO sightings (site, origin, at) VALUES (?, 'https://shop.example', 0) ON CONFLICT DO NOTHING", site)
      await run(
        "INSERT INTO zone_changes (site, at, day, from_zone, to_zone) VALUES (?, 0, '2026-01-01', 'UTC', 'Europe/Oslo')",
        site,
      )
    }
    await run('INSERT INTO recount_findings (recount, survey, day, cells) VALUES (1, ?, ?, 1)', survey, '2026-01-01')
    await file(`/imports?survey=${survey}`, 'application/x-ndjson', '{"score":1}')
    await made('/alerts', { name: 'Unhappy', kind: 'response' })
    await made('/digests', { name: 'Weekly', frequency: 'weekly' })
    await run("INSERT INTO import_chunks (import, position, rows) SELECT id, 9, '[]' FROM imports")
    await run("INSERT INTO alert_firings (alert, subject, state, at, receipt) SELECT id, 'ended', 'fired', 0, '' FROM alerts")
    await run("INSERT INTO digest_optouts (digest, email, at) SELECT id, 'ann@shop.example', 0 FROM digests")
    for (const what of ['alerts', 'digests']) await run(`UPDATE ${what} SET active = 0`)
    await copy.reapply([{ site: shop.site.id, hash: await siteHash(shop.site.id), created_at: Date.now(), anonymised: 0 }])
    await later(8 * day)
    for (let n = 0; n < 8; n++) await later(60_000)
  },
}
