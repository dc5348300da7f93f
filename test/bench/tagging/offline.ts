import { type Corpus, corpusOf } from '../../../worker/domain/tagging/corpus.ts'
import { judged, type Learned, learnTag } from '../../../worker/domain/tagging/learn.ts'
import { roomFor, type TagModel } from '../../../worker/domain/tagging/model.ts'
import { compileRules } from '../../../worker/domain/tagging/rules.ts'
import { scorerOf } from '../../../worker/domain/tagging/score.ts'
import { type Reading, readWords } from '../../../worker/domain/words/reading.ts'
import type { Example, GivenTag, Site, Subject } from './subject.ts'

/** The product's own rules and learner, without worker, database or network. */
export const offline: Subject = {
  name: 'offline',
  async open(tags) {
    const matcher = compileRules(
      tags.map(({ name, phrases }) => ({ id: name, rules: [{ any: [...phrases], all: [], not: [] }] })),
    )
    const fitsOf = (reading: Reading) => matcher.match(reading)
    const corrected: { reading: Reading; tags: readonly string[] }[] = []
    let models = new Map<string, TagModel>()
    const site: Site = {
      async correct(examples: readonly Example[]) {
        corrected.push(...examples.map((example) => ({ reading: readWords(example.text, 'en'), tags: example.tags })))
        const fits = corrected.map(({ reading }) => fitsOf(reading))
        const corpus = corpusOf(
          corrected.map(({ reading }) => reading),
          fits,
        )
        models = new Map()
        for (const { name } of tags) {
          const { model } = learnOne(name, corpus, fits, corrected, roomFor(tags.length).tag)
          if (model) models.set(name, JSON.parse(JSON.stringify(model)) as TagModel)
        }
      },
      async tag(texts) {
        const scorer = scorerOf(models)
        return texts.map((text) => {
          const reading = readWords(text, 'en')
          const fits = fitsOf(reading)
          const scored = scorer.score(reading, fits)
          return tags.flatMap(({ name }) => ((scored.has(name) ? scored.get(name)?.by : fits.has(name)) ? [name] : []))
        })
      },
      async close() {},
    }
    return site
  },
}

/** One tag learned from comments judged whole. */
export function learnOne(
  tag: GivenTag['name'],
  corpus: Corpus,
  fits: readonly Map<string, unknown>[],
  corrected: readonly { tags: readonly string[] }[],
  room: number,
): Learned {
  const hits = Uint8Array.from(fits, (of) => Number(of.has(tag)))
  const labels = Uint8Array.from(corrected, ({ tags }) => (tags.includes(tag) ? judged.yes : judged.no))
  return learnTag(corpus, hits, labels, room)
}
