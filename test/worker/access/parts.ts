import { beforeAll, describe, expect, it } from 'vitest'
import type { Member, Part } from '../../../worker/contract/people.ts'
import type { Feed, ResponseItem } from '../../../worker/contract/response.ts'
import { access, withinPart } from '../../../worker/domain/access.ts'
import { insertShop } from '../support/other-shop.ts'
import { asPerson, joinAs } from '../support/people.ts'
import { json, manage, publishSurvey, respond, type Shop } from '../support/shop.ts'
import { everything, harmless, routes } from './ground.ts'

export function parts(): void {
  describe('an agent with a part of the site', () => {
    let split: Shop
    let survey: string
    /** Sees Berlin, in delivery and return. */
    let cookie: string
    const mine: string[] = []
    const theirs: string[] = []
    const as = (method: string, path: string, body?: unknown) => asPerson(cookie, method, path, body)
    const feed = async (query = '') => (await json<Feed>(as('GET', `/api/v1/responses?limit=200${query}`))).items
    const places = ['Berlin', 'Hamburg', '']
    const moments = ['delivery', 'return', 'checkout']

    beforeAll(async () => {
      const dimensions = ['touchpoint', 'location', 'device']
      split = await insertShop('split', ['https://shop.example'], { dimensions })
      const contact = { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' }
      const questions = [
        { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
        { id: 'why', type: 'text', text: 'Why?' },
        contact,
      ]
      survey = await publishSurvey(split, { questions })
      for (const location of places)
        for (const touchpoint of moments) {
          const answers = { score: 3, why: `late at ${location || 'nowhere'}`, mail: 'ann@shop.example' }
          const stored = await respond(split, survey, { answers, context: { touchpoint, ...(location && { location }) } })
          expect(stored.status).toBe(201)
        }
      const { items } = await json<Feed>(manage(split.apiKey, 'GET', '/api/v1/responses'))
      expect(items).toHaveLength(9)
      for (const { id, segments } of items) {
        const isMine = segments.location === 'Berlin' && ['delivery', 'return'].includes(segments.touchpoint ?? '')
        ;(isMine ? mine : theirs).push(id)
      }
      expect([mine.length, theirs.length]).toEqual([2, 7])
      await manage(split.apiKey, 'POST', '/api/v1/tags', { name: 'Delivery' })
      cookie = (await joinAs(split, 'agent', 'part@split.example', { location: ['Berlin'], touchpoint: ['delivery', 'return'] }))
        .cookie
    })

    it.each(routes.filter((route) => !['open', 'signed-in'].includes(access[route])))('%s', async (route) => {
      if (route === 'DELETE /api/v1/members/me') return
      const before = await everything()
      const { status } = await as(...harmless(route))
      // The table in docs/teams.md, written once more.
      const may =
        /^(GET) \/api\/v1\/(sites(\/{id})?|surveys|tags)$/.test(route) ||
        / \/api\/v1\/views/.test(route) ||
        /^GET \/api\/v1\/(cases(?!\/figures)|reply-templates)/.test(route) ||
        (/ \/api\/v1\/responses/.test(route) && !route.startsWith('DELETE'))
      expect(withinPart.has(route)).toBe(may)
      expect(status, route)[may ? 'not' : ('to' as 'not')].toBe(403)
      expect(await everything()).toBe(before)
    })

    it.each(['', '&q=late', '&commented=1', '&category=detractor', '&segment.location=Berlin', '&from=2020-01-01&to=2030-01-01'])(
      'reads those responses alone that are in it: "%s"',
      async (query) => {
        expect((await feed(query)).map(({ id }) => id).sort()).toEqual(mine.toSorted())
      },
    )

    it('knows the surveys that can have responses, and no draft', async () => {
      expect((await manage(split.apiKey, 'POST', '/api/v1/surveys', { name: 'Secret plans', metric: 'nps' })).status).toBe(201)
      const { surveys } = await json<{ surveys: { id: string }[] }>(as('GET', '/api/v1/surveys'))
      expect(surveys.map(({ id }) => id)).toEqual([survey])
    })

    it('finds nothing elsewhere, whatever is asked, one by one neither', async () => {
      for (const query of ['&segment.location=Hamburg', '&segment.touchpoint=checkout', '&q=Hamburg', '&q=nowhere'])
        expect(await feed(query)).toEqual([])
      const seen = []
      for (let next: string | null = ''; next !== null; ) {
        const page: Feed = await json(as('GET', `/api/v1/responses?limit=1${next && `&cursor=${next}`}`))
        seen.push(...page.items.map(({ id }) => id))
        next = page.next
      }
      expect(seen.sort()).toEqual(mine.toSorted())
    })

    it.each(routes.filter((route) => route.includes('/responses/{id}') && withinPart.has(route)))(
      '%s: a response outside it answers as one that nobody has',
      async (route) => {
        const [method = '', path = ''] = route.split(' ')
        const body = { PATCH: { status: 'resolved' }, PUT: { tags: ['Delivery'] } }[method]
        const before = await everything()
        const answers = new Set<string>()
        for (const id of [...theirs, 'rsp_0000000000', 'none', '%00', `${theirs[0]}'--`]) {
          const answer = await as(method, path.replace('{id}', id), body)
          answers.add(`${answer.status} ${await answer.text()} ${answer.headers.get('Content-Type')}`)
        }
        expect(answers.size).toBe(1)
        expect([...answers][0]).toMatch(/^404 /)
        expect(await everything()).toBe(before)
      },
    )

    it('several at once are tagged only where all of them are in it', async () => {
      const tag = (responses: string[]) => as('POST', '/api/v1/responses/tags', { responses, add: ['Delivery'], remove: [] })
      const before = await everything()
      for (const few of [theirs.slice(0, 1), [...mine, ...theirs.slice(0, 1)]]) expect((await tag(few)).status).toBe(404)
      expect(await everything()).toBe(before)
      expect(await json(tag(mine))).toEqual({ changed: 2 })
    })

    it('does an agent’s work on what is in it', async () => {
      const [id] = mine
      expect((await as('PATCH', `/api/v1/responses/${id}`, { status: 'resolved' })).status).toBe(200)
      expect(await json(as('GET', `/api/v1/responses/${id}/contacts`))).toMatchObject({
        contacts: [{ value: 'ann@shop.example' }],
      })
      const tagged = await json<ResponseItem>(as('PUT', `/api/v1/responses/${id}/tags`, { tags: [] }))
      expect(tagged).toMatchObject({ id, tags: [], status: 'resolved' })
    })

    it('sees nothing new once the site no longer declares what the part is of', async () => {
      const patch = (dimensions: string[]) => manage(split.apiKey, 'PATCH', `/api/v1/sites/${split.site.id}`, { dimensions })
      expect((await patch(['touchpoint', 'device'])).status).toBe(200)
      const context = { touchpoint: 'delivery', location: 'Berlin' }
      expect((await respond(split, survey, { answers: { score: 9 }, context })).status).toBe(201)
      expect((await feed()).map(({ id }) => id).sort()).toEqual(mine.toSorted())
      expect((await patch(['touchpoint', 'location', 'device'])).status).toBe(200)
    })

    it.each<[string, object]>([
      ['for a manager', { role: 'manager', part: { location: ['Berlin'] } }],
      ['of a dimension the site has not', { role: 'agent', part: { planet: ['Mars'] } }],
      ['of nothing', { role: 'agent', part: {} }],
      ['without values', { role: 'agent', part: { location: [] } }],
    ])('there is no part %s', async (_, given) => {
      const { id } = await joinAs(split, 'agent', `no-part-${_.length}@split.example`)
      const before = await everything()
      const email = 'no-part@split.example'
      expect((await manage(split.apiKey, 'POST', '/api/v1/invitations', { email, ...given })).status).toBe(422)
      expect((await manage(split.apiKey, 'PATCH', `/api/v1/members/${id}`, given)).status).toBe(422)
      expect(await everything()).toBe(before)
    })

    it('a part stays with its agent until it is changed, and goes with another role', async () => {
      const { id } = await joinAs(split, 'agent', 'moves@split.example', { location: ['Hamburg'] })
      const change = async (role: string, part?: Part) =>
        (
          await json<Member>(
            manage(split.apiKey, 'PATCH', `/api/v1/members/${id}`, { role, ...(part !== undefined && { part }) }),
          )
        ).part
      expect(await change('agent')).toEqual({ location: ['Hamburg'] })
      expect(await change('agent', { location: ['Berlin', 'Hamburg'] })).toEqual({ location: ['Berlin', 'Hamburg'] })
      expect(await change('manager')).toBeNull()
      expect(await change('agent')).toBeNull()
    })
  })
}
