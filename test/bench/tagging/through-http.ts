import type { Api } from './product-site.ts'
import type { Site, Subject } from './subject.ts'

/** The product behind its HTTP API: comments are imported, corrected one by one, learned from, and read back. */
export function throughHttp(api: Api): Subject {
  return {
    name: 'through HTTP',
    async open(tags) {
      for (const { name, phrases } of tags) await api.makeTag({ name, rules: [{ any: phrases, not: [] }] })
      const survey = await api.publishSurvey({ name: `Labelled ${tags[0]?.name}`, metric: 'csat' })
      const known = new Set(tags.map(({ name }) => name))
      let corrected = 0
      let hasTest = false
      const site: Site = {
        async correct(examples) {
          const rows = examples.map(({ text }, i) => ({ id: `train-${corrected + i}`, comment: text }))
          await api.importRows(survey, rows)
          const stored = await api.responsesOf(survey)
          for (const [i, example] of examples.entries()) {
            const id = stored.get(`train-${corrected + i}`)?.id
            await api.ask('PUT', `/api/v1/responses/${id}/tags`, { tags: example.tags.filter((tag) => known.has(tag)) })
          }
          corrected += examples.length
          await api.retrain()
        },
        async tag(texts) {
          if (!hasTest)
            await api.importRows(
              survey,
              texts.map((text, i) => ({ id: `test-${i}`, comment: text })),
            )
          hasTest = true
          await api.settled()
          const stored = await api.responsesOf(survey)
          return texts.map((_, i) => (stored.get(`test-${i}`)?.tags ?? []).map(({ name }) => name))
        },
        async close() {
          const { tags: all } = await api.ask<{ tags: { id: string; name: string }[] }>('GET', '/api/v1/tags')
          for (const { id, name } of all) if (known.has(name)) await api.ask('PATCH', `/api/v1/tags/${id}`, { archived: true })
          await api.settled()
        },
      }
      return site
    },
  }
}
