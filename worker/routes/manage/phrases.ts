import * as z from 'zod'
import type { Category } from '../../contract/category.ts'
import { Phrases, PhrasesQuery, Suggestions, SuggestionsQuery } from '../../contract/phrases.ts'
import { comparedRange, type Range } from '../../domain/calendar.ts'
import { categoriesOf } from '../../domain/category.ts'
import { falseDiscoveryRate } from '../../domain/discovery.ts'
import { unknownTag } from '../../domain/faults/unknown.ts'
import { suggestTags } from '../../domain/phrases/clusters.ts'
import { contrast, leastComments } from '../../domain/phrases/contrast.ts'
import type { Said } from '../../domain/phrases/corpus.ts'
import { publicId } from '../../domain/response-id.ts'
import { taggedBy } from '../../domain/tagging/book.ts'
import { readWords } from '../../domain/words/reading.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { type CommentRow, type Comments, readComments } from '../../store/comments.ts'
import { findSurvey, listSurveys, type SurveyRow } from '../../store/surveys.ts'
import { readTagBook } from '../../store/tags.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { periodOf } from './filters.ts'

/** Comments of a crowd read at once: what counting their words may cost a request. */
const mostComments = 2_000

const phrases = defineRoute('GET /api/v1/surveys/{id}/phrases', {
  summary: 'What people talk about: phrases that tell two crowds of comments apart; `segment.DIMENSION=VALUE` filters',
  description: `\`against=score\` compares the metric's lowest category (\`here\`) with its highest (\`there\`), \`against=before\` these days with as many just before. Phrases of one to three words, by the log-likelihood ratio G2 of the comments that hold them; of all that are told at most 5 % are expected to be chance (Benjamini-Hochberg). The newest ${mostComments} comments of each crowd are read.`,
  request: { params: z.object({ id: z.string() }), query: PhrasesQuery },
  responses: { 200: json(Phrases) },
})

const suggestions = defineRoute('GET /api/v1/tags/suggestions', {
  summary: 'Tags that comments without one could have; `segment.DIMENSION=VALUE` filters',
  description: `Groups of comments that share a phrase, the largest first, with the words a rule would look for. The newest ${mostComments} comments without a tag are read.`,
  request: { query: SuggestionsQuery },
  responses: { 200: json(Suggestions) },
})

export const phraseRoutes = manageRouter()
  .openapi(phrases, async (c) => {
    const { db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const { against, tag: name, ...query } = c.req.valid('query')
    const period = periodOf(c, site, now, query)
    if ('status' in period) return problem(c, period)
    const crowds = crowdsOf(survey, against, period.range)
    if ('status' in crowds) return problem(c, crowds)
    const tagged = name === undefined ? undefined : taggedBy(await readTagBook(db, site.id), name)
    if (name !== undefined && !tagged) return problem(c, { status: 422, errors: [unknownTag('/tag')] })
    const { filters: segments } = period
    const read = ({ range, category }: Crowd) => {
      const filters = { range, category: category ?? undefined, segments, tags: tagged?.ids }
      return readComments(db, site.id, [survey], filters, mostComments)
    }
    const [here, there] = await Promise.all([read(crowds.here), read(crowds.there)])
    const found = contrast(here.rows.map(saidOf), there.rows.map(saidOf))
    return c.json(
      {
        ...{ survey: survey.id, against, timeZone: site.timeZone, least: leastComments, falseDiscoveryRate },
        here: { ...crowdOf(crowds.here, here), phrases: found.here },
        there: { ...crowdOf(crowds.there, there), phrases: found.there },
      },
      200,
    )
  })
  .openapi(suggestions, async (c) => {
    const { db, now, site } = c.var
    const { survey, ...query } = c.req.valid('query')
    const period = periodOf(c, site, now, query)
    if ('status' in period) return problem(c, period)
    const surveys = (await listSurveys(db, site.id)).filter(({ id }) => survey === undefined || id === survey)
    if (survey !== undefined && surveys.length === 0) return problem(c, notFound)
    const untagged = { range: period.range, segments: period.filters, tags: 'none' as const }
    const { rows, found, whole } = await readComments(db, site.id, surveys, untagged, mostComments)
    const said = rows.map(saidOf)
    const texts = new Map(said.map(({ id, text }) => [id, text]))
    const suggested = suggestTags(said).map(({ samples, ...suggestion }) => ({
      ...suggestion,
      samples: samples.map((response) => ({ response, comment: texts.get(response) ?? '' })),
    }))
    return c.json({ n: rows.length, found, whole, suggestions: suggested }, 200)
  })

const crowdOf = ({ range, category }: Crowd, { rows, found, whole }: Comments) => ({
  ...{ category, ...range, n: rows.length, found, whole },
})

const saidOf = ({ id, comment, locale }: CommentRow): Said => ({
  ...{ id: publicId(id), text: comment, reading: readWords(comment, locale) },
})

interface Crowd {
  category: Category | null
  range: Range
}

/** The crowds that are compared, or why there are none. */
function crowdsOf(
  { metric }: SurveyRow,
  against: PhrasesQuery['against'],
  range: Range,
): { here: Crowd; there: Crowd } | Refusal {
  if (against === 'before')
    return { here: { category: null, range }, there: { category: null, range: comparedRange(range, 'previous') } }
  const categories = categoriesOf(metric)
  const [best, worst] = [categories[0], categories.at(-1)]
  if (!best || !worst) return { status: 422, errors: [{ pointer: '/against', detail: 'the survey asks for no score' }] }
  return { here: { category: worst, range }, there: { category: best, range } }
}
