import type { ColumnMeaning, ImportMapping, ImportPreview } from '../../worker/contract/import.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { scaleOf } from '../../worker/domain/category.ts'
import { commentQuestion } from '../../worker/domain/definition.ts'
import { conversionFault } from '../../worker/domain/import-score.ts'
import { mayRepeat } from '../../worker/domain/mapping-faults.ts'

export type Column = ImportPreview['columns'][number]
export interface Choice {
  value: string
  text: string
}

/** What a column may be, in groups as the list shows them. '' leaves it out. */
export function meaningsOf(survey: Survey, dimensions: readonly string[], column: string): [group: string, choices: Choice[]][] {
  const commentId = commentQuestion(survey.questions)
  const parts: Choice[] = [
    ...(survey.metric === 'none' ? [] : [{ value: 'score', text: 'The score' }]),
    ...(commentId ? [{ value: 'comment', text: 'The comment' }] : []),
    { value: 'at', text: 'When it was answered' },
    { value: 'id', text: 'The response’s id' },
    { value: 'locale', text: 'The language, such as de-AT' },
    { value: 'tags', text: 'Tags, with semicolons or commas between' },
  ]
  const order: Choice[] = [
    { value: 'order.id', text: 'The order’s number' },
    { value: 'order.value', text: 'What it was worth' },
    { value: 'order.currency', text: 'Its currency, such as EUR' },
    { value: 'order.skus', text: 'Its products’ SKUs' },
  ]
  const answers = survey.questions
    .filter(({ id, type }) => type !== 'metric' && type !== 'statement' && id !== commentId)
    .map(({ id, text }) => ({ value: `answer.${id}`, text }))
  const segments = dimensions.map((name) => ({ value: `segment.${name}`, text: name }))
  return [
    ['Part of the response', parts],
    ['Answer to', answers],
    ['Order', order],
    ['Segment', segments],
    ['Beside the response', [{ value: `trait.${column.slice(0, 64)}`, text: 'Keep as a trait' }]],
  ]
}

/** The mapping with one column's meaning changed; whichever column had that meaning before gives it up, unless several may have it. */
export function withMeaning(
  { questions }: Pick<Survey, 'questions'>,
  mapping: ImportMapping,
  column: string,
  meaning: ColumnMeaning | null,
): ImportMapping {
  const isShared = meaning === null || mayRepeat(meaning, questions)
  const others = Object.entries(mapping.columns).filter(([name, had]) => name !== column && (isShared || had !== meaning))
  return { ...mapping, columns: Object.fromEntries(meaning === null ? others : [...others, [column, meaning]]) }
}

/** The column that has the meaning, if one has. */
export function columnAs(meaning: ColumnMeaning, mapping: ImportMapping, columns: readonly Column[]): Column | undefined {
  return columns.find(({ name }) => Object.hasOwn(mapping.columns, name) && mapping.columns[name] === meaning)
}

const usual = [
  [0, 5],
  [1, 3],
  [1, 5],
  [1, 7],
  [0, 10],
  [1, 10],
  [0, 100],
] as const

/** Scales the file's scores can be on: the survey's own, the same turned round, and those whose points all have a place on it. */
export function scalesFor({ metric, points }: Survey): Choice[] {
  const own = scaleOf(metric, points)
  if (!own) return []
  const [low, high] = own
  const fitting = usual.filter((scale) => `${scale}` !== `${own}` && conversionFault(scale, own) === undefined)
  return [
    { value: `${low}-${high}`, text: `${low} to ${high}, ${high} is best` },
    { value: `${high}-${low}`, text: `${low} to ${high}, ${low} is best` },
    ...fitting.map(([from, to]) => ({ value: `${from}-${to}`, text: `${from} to ${to}, converted to ${low} to ${high}` })),
  ]
}

export function scaleFrom(value: string): ImportMapping['scale'] {
  const [from, to] = value.split('-').map(Number)
  return from === undefined || to === undefined || value === '' ? undefined : [from, to]
}

/** What still has to be said before the file can be tried, in words; null when nothing is missing. */
export function missing(mapping: ImportMapping, columns: readonly Column[]): string | null {
  const meant = Object.values(mapping.columns)
  if (!meant.some((meaning) => meaning === 'score' || meaning === 'comment' || meaning?.startsWith('answer.')))
    return 'Say which column is the score, the comment or an answer.'
  if (columnAs('at', mapping, columns)?.dates === 'unclear' && !mapping.dates)
    return 'Say whether the day or the month comes first in dates.'
  if (columnAs('score', mapping, columns)?.shortScale && !mapping.scale) return 'Say which scale the scores are on.'
  return null
}
