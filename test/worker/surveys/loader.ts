import { describe, expect, it } from 'vitest'
import { json, manage, publishSurvey, send } from '../support/shop.ts'
import { call, content, listed, loader, shop } from './ground.ts'

export function loaders(): void {
  describe('the loader', () => {
    it('is a script anybody may load, the same bytes until something changes', async () => {
      const id = await publishSurvey(shop, { name: '</script><b>', touchpoint: 'returns' })
      const first = await send(`/w/${shop.site.key}.js`, { headers: { Origin: 'https://anywhere.example', Cookie: 'a=b' } })
      expect(first.status).toBe(200)
      expect(first.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
      expect(first.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
      expect(first.headers.get('Set-Cookie')).toBeNull()
      const script = await first.text()
      expect(script).not.toContain('</script')
      const etag = first.headers.get('ETag') ?? ''
      expect((await send(`/w/${shop.site.key}.js?x=1`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
      await call('POST', `/${id}/pause`)
      const changed = await send(`/w/${shop.site.key}.js`, { headers: { 'If-None-Match': etag } })
      expect(changed.status).toBe(200)
      expect(changed.headers.get('ETag')).not.toBe(etag)
      expect(await loader()).toMatchObject({
        site: shop.site.key,
        host: 'https://earshot.test',
        ui: expect.stringMatching(/^\//),
      })
    })

    it('of an earlier build finds the present parts under their old names', async () => {
      const { ui } = (await loader()) as { ui: string }
      const present = `.${ui.slice('/a'.length)}`
      const survey = await send('/a/survey-1.01db01d.js', { headers: { Origin: 'https://anywhere.example' } })
      expect([survey.status, survey.headers.get('Access-Control-Allow-Origin'), survey.headers.get('Cache-Control')]).toEqual([
        200,
        '*',
        'no-cache',
      ])
      expect(survey.headers.get('Content-Type')).toContain('text/javascript')
      expect(await survey.text()).toBe(`export * from '${present}'\n`)
      const more = await (await send('/a/more-1.01db01d.js')).text()
      expect(more).toContain(`import '${present.replace('survey', 'more')}'\n`)
      expect(await (await send('/a/why-1.01db01d.js')).text()).toMatch(/^export \* from '\.\/why-1\.[0-9a-f]{7}\.js'\n$/)
      expect(await (await send('/a/preview-1.01db01d.js')).text()).toMatch(/^import '\.\/preview-1\.[0-9a-f]{7}\.js'\n$/)
    })

    it('whose parts keep another agreement gets none of the present ones', async () => {
      for (const part of ['survey', 'more', 'why', 'preview']) {
        const answer = await send(`/a/${part}-2.01db01d.js`)
        expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
        expect(await answer.text()).toBe("throw Error('this page is too old')\n")
      }
    })

    it('is the only one to name parts: what was never one is not made up', async () => {
      const names = ['survey.js', 'survey-1.js', 'survey-1.01db01d.js.map', 'else-1.01db01d.js', 'survey-1.01db01d.js/x.css']
      const others = [
        'survey-0.01db01d.js',
        'survey-1.01DB01D.js',
        'survey-1.01db01.js',
        'core-1.01db01d.js',
        '.env',
        'widget.js.map',
      ]
      for (const name of [...names, ...others, 'survey-1.01db01d.js%00', 'survey-1.01db01d%2ejs', 'survey-1000.01db01d.js'])
        expect((await send(`/a/${name}`)).status, name).toBe(name.endsWith('%2ejs') ? 200 : 404)
    })

    it('and the content know no survey while the site is silent', async () => {
      const id = await publishSurvey(shop, {})
      const path = `/api/v1/sites/${shop.site.id}`
      expect(await json(manage(shop.apiKey, 'PATCH', path, { silent: true }))).toMatchObject({ silent: true })
      expect((await loader()).surveys).toEqual([])
      expect((await content(id)).status).toBe(404)
      await manage(shop.apiKey, 'PATCH', path, { silent: false })
      expect((await content(id)).status).toBe(200)
      expect(await listed(id)).toBeDefined()
    })

    it('lists surveys of a touchpoint before those asked anywhere, older ones before newer ones', async () => {
      const made: string[] = []
      for (const touchpoint of ['', 'returns', '', 'search', 'returns']) made.push(await publishSurvey(shop, { touchpoint }))
      const { surveys } = (await loader()) as { surveys: { id: string }[] }
      const order = [1, 3, 4, 0, 2].map((at) => made[at])
      expect(surveys.map(({ id }) => id).filter((id) => made.includes(id))).toEqual(order)
      for (const id of made) await call('POST', `/${id}/close`)
    })

    it('of an unknown site is a cached 404', async () => {
      const unknown = await send('/w/pk_0000000000000000.js')
      expect([unknown.status, unknown.headers.get('Cache-Control')]).toEqual([404, 'public, max-age=60'])
    })

    it('moves with the touchpoint at once, which is no part of a version', async () => {
      const id = await publishSurvey(shop, { touchpoint: 'checkout' })
      await call('PATCH', `/${id}`, { touchpoint: 'delivery' })
      expect(await listed(id)).toMatchObject({ gates: { touchpoint: 'delivery' } })
      expect(await json(content(id))).toMatchObject({ touchpoint: 'delivery', version: 1 })
    })
  })
}
