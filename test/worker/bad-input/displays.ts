import { describe, expect, it } from 'vitest'
import { db, send, shopOrigin } from '../support/shop.ts'
import { expectAnswer, shop, survey } from './ground.ts'

export function displays(): void {
  describe('displays', () => {
    const batch = (more: object = {}) => ({
      site: shop.site.key,
      key: crypto.randomUUID(),
      events: [{ survey: survey.nps, type: 'shown' }],
      ...more,
    })
    const showing = (body: object, origin = shopOrigin) =>
      send('/v1/displays', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', Origin: origin },
        body: JSON.stringify(body),
      })
    const shown = async () =>
      Number(await db.prepare('SELECT coalesce(sum(shown + started + dismissed), 0) AS n FROM display_counts').first('n'))

    it.each<[string, number, () => object]>([
      ['one display', 201, () => ({})],
      ['an event nobody knows', 400, () => ({ events: [{ survey: survey.nps, type: 'responses' }] })],
      ['no events', 400, () => ({ events: [] })],
      ['21 events', 400, () => ({ events: Array(21).fill({ survey: survey.nps, type: 'shown' }) })],
      ['no key', 400, () => ({ key: '' })],
      ['an unknown site', 404, () => ({ site: 'pk_0' })],
      [
        "another site's survey among one's own",
        404,
        () => ({ events: [survey.nps, survey.foreign].map((id) => ({ survey: id, type: 'shown' })) }),
      ],
      ['a draft', 404, () => ({ events: [{ survey: survey.draft, type: 'shown' }] })],
      ['a closed survey', 410, () => ({ events: [{ survey: survey.closed, type: 'shown' }] })],
      ['51 traits', 422, () => ({ traits: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, i])) })],
    ])('%s: %i', async (_, status, more) => {
      const before = await shown()
      await expectAnswer(await showing(batch(more())), status)
      expect((await shown()) - before).toBe(status === 201 ? 1 : 0)
    })

    it('are counted once a batch, and only from pages of the list', async () => {
      const before = await shown()
      const once = batch()
      await expectAnswer(await showing(once), 201)
      await expectAnswer(await showing(once), 200)
      await expectAnswer(await showing(batch(), 'https://evil.example'), 403)
      expect((await shown()) - before).toBe(1)
    })
  })
}
