import type { ColumnMeaning } from '../contract/import.ts'
import { scaleOf } from './category.ts'
import { commentQuestion } from './definition.ts'
import { folded, isChoiceColumn } from './import-answer.ts'
import { orderOf } from './import-date.ts'
import { plainName } from './import-formats/format.ts'
import type { ImportTarget } from './import-row.ts'
import { readScore } from './import-score.ts'
import { wordsOf } from './import-score-words.ts'

/** A column of a file and what stands in its first rows, empty cells left out. */
export interface SeenColumn {
  name: string
  cells: string[]
}

const personalName =
  /\b(e-?mail|phone|mobile|tel(efon|ephone)?|ip( address)?|(first|last|full|sur|user|customer|nach|vor)[ -]?name|name|address|adresse|birth|iban|courriel|correo)\b/
const personalCell = /^([^\s@]+@[^\s@]+\.[a-z]{2,}|(\d{1,3}\.){3}\d{1,3}|\+\d[\d ()-]{7,})$/i

/** Whether a column holds what names or reaches a person, by its name or by its first cells. */
export function looksPersonal({ name, cells }: SeenColumn): boolean {
  const short = plainName(name).length <= 40
  return (short && personalName.test(plainName(name))) || cells.slice(0, 50).some((cell) => personalCell.test(cell.trim()))
}

const idName = /^(#|(response|respondent|submission|answer|survey response)?[ -]?(id|number|token))$/
const scoreName = /\b(score|nps|csat|ces|rating|recommend\w*|empfehlen|satisf\w*|zufrieden\w*|easy|ease|how likely)\b/
const commentName =
  /\b(comments?|feedback|verbatim|why|reason|tell us|improve|kommentar|warum|grund|commentaire|comentario|opmerking)\b/
const atName = /\b(date|time|timestamp|created|submitted|answered|responded|datum|zeit|at)\b/

const orderNames: [ColumnMeaning, RegExp][] = [
  ['order.id', /^(order[ .]?(id|number|no\.?)|bestellnummer|numéro de commande|número de pedido)$/],
  ['order.value', /^(order[ .](value|total|amount)|bestellwert|montant de la commande|importe del pedido)$/],
  ['order.currency', /^((order[ .])?currency|währung|devise|moneda)$/],
  ['order.skus', /^(order[ .])?skus?$/],
]

/**
 * What a column that no format knows may be, the likeliest first: a question of the survey by its words, one of the site's
 * dimensions by its name, then by what the name and the cells look like.
 */
export function guessesOf(column: SeenColumn, target: ImportTarget): ColumnMeaning[] {
  const { definition, dimensions } = target
  const name = plainName(column.name)
  const { cells } = column
  if (cells.length === 0) return []
  const commentId = commentQuestion(definition.questions)
  const asked = definition.questions.find(
    ({ id, text, type }) => type !== 'statement' && (folded(text) === folded(column.name) || id === name),
  )
  if (asked) return [asked.type === 'metric' ? 'score' : asked.id === commentId ? 'comment' : `answer.${asked.id}`]
  const several = definition.questions.find((question) => question.type === 'choices' && isChoiceColumn(question, column.name))
  if (several) return [`answer.${several.id}`]
  if (looksPersonal(column)) return []
  if (name === 'tags') return ['tags']
  const order = orderNames.find(([, known]) => known.test(name))
  if (order) return [order[0]]
  const dimension = dimensions.find((one) => plainName(one) === name)
  if (dimension) return [`segment.${dimension}`]

  const guesses: ColumnMeaning[] = []
  const scale = scaleOf(definition.metric, definition.points)
  const words = scale ? wordsOf(cells, scale[1] - scale[0] + 1) : undefined
  const scores = scale ? cells.filter((cell) => readScore(cell, scale, scale, words).ok).length : 0
  if (scale && scoreName.test(name) && scores > cells.length * 0.8) guesses.push('score')
  if (idName.test(name) && new Set(cells).size === cells.length) guesses.push('id')
  if (atName.test(name) && orderOf(cells) !== null) guesses.push('at')
  if (commentId && commentName.test(name) && scores < cells.length) guesses.push('comment')
  if (name === 'locale') guesses.push('locale')
  return guesses
}

/** Whether a column may be kept as a trait: short values that name nobody, under a short name that means nothing else here. */
export function isProperty(column: SeenColumn, { definition, dimensions }: ImportTarget): boolean {
  const { name, cells } = column
  if (cells.length === 0 || looksPersonal(column)) return false
  const reserved = ['id', 'score', 'comment', 'at', 'locale', 'tags', ...dimensions, ...definition.questions.map(({ id }) => id)]
  return name.length <= 40 && !name.includes('?') && !reserved.includes(name) && cells.every((cell) => cell.length <= 80)
}

/** Questions in words that say nothing here: the only column of scores, and the one where people write most. */
export function lastGuesses(columns: readonly SeenColumn[], { definition }: ImportTarget): Map<string, ColumnMeaning> {
  const scale = scaleOf(definition.metric, definition.points)
  const filled = columns.filter((column) => column.cells.length > 0 && !looksPersonal(column))
  const isScores = ({ cells }: SeenColumn) =>
    scale !== null &&
    (cells.every((cell) => /^\d/.test(cell) && readScore(cell, scale).ok) ||
      wordsOf(cells, scale[1] - scale[0] + 1) !== undefined)
  const scores = filled.filter(isScores)
  const length = ({ cells }: SeenColumn) => cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length
  const [longest] = filled.filter((column) => !isScores(column) && length(column) >= 15).sort((a, b) => length(b) - length(a))
  const guesses = new Map<string, ColumnMeaning>()
  if (scores.length === 1 && scores[0]) guesses.set(scores[0].name, 'score')
  if (longest && commentQuestion(definition.questions)) guesses.set(longest.name, 'comment')
  return guesses
}
