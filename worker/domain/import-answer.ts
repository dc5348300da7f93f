import type { ChoiceQuestion, Question } from '../contract/question.ts'
import { readScore } from './import-score.ts'
import { otherTextId } from './other.ts'

const yes = /^(yes|true|1|x|checked|agreed|ja|oui|sí|si|sim|tak)$/i
const no = /^(no|false|0|unchecked|nein|non|não|nie|nee|nej)$/i

/** What a cell of somebody else's file answers to the question, by the columns an import reads; or why it doesn't fit. */
export function readForeignAnswer(question: Question, cell: string): Record<string, unknown> | string {
  const { id, type } = question
  switch (type) {
    case 'choice':
      return chosen(question, [cell])
    case 'choices':
      return idOf(question, cell) ? chosen(question, [cell]) : chosen(question, cell.split(/[;|\n]|, /))
    case 'rating': {
      const read = readScore(cell, [1, question.points])
      return read.ok ? { [id]: read.score } : read.reason.replace('score', id)
    }
    case 'consent':
      if (no.test(cell.trim())) return {}
      return yes.test(cell.trim()) ? { [id]: 'yes' } : `${id}: yes or no`
    default:
      return { [id]: cell }
  }
}

/**
 * One of the columns that a question with several answers has in SurveyMonkey's files and others: each for one choice, named after the
 * question and the choice ("What did you buy?: Rugs"). In it stands the choice, a cross or a yes; words of one's own are `other`.
 */
export function readChoiceColumn(question: ChoiceQuestion, column: string, cell: string): Record<string, unknown> | string {
  if (no.test(cell.trim())) return {}
  return chosen(question, [yes.test(cell.trim()) ? partOf(question, column) : cell])
}

const partOf = ({ text }: Question, column: string) => folded(column).slice(folded(text).length + 1)

/** Whether a file's column is of one of the question's choices, or of words of one's own, by its name; a long name was cut off at its end. */
export function isChoiceColumn(question: ChoiceQuestion, column: string): boolean {
  const start = `${folded(question.text)}: `
  const [name = '', cut] = folded(column).split('…')
  if (cut !== undefined && name.length < start.length) return name.length > 60 && start.startsWith(name)
  if (!name.startsWith(start)) return false
  return cut !== undefined || question.other !== undefined || idOf(question, partOf(question, column)) !== undefined
}

/** By a choice's words or its id; what is neither is the text of `other`, where the question has that. */
function chosen(question: ChoiceQuestion, cells: string[]): Record<string, unknown> | string {
  const ids: string[] = []
  const others: string[] = []
  for (const cell of cells.map((one) => one.trim()).filter(Boolean)) {
    const id = idOf(question, cell)
    if (id) ids.push(id)
    else others.push(cell)
  }
  if (others.length > 0 && question.other === undefined)
    return `${question.id}: “${others[0]?.slice(0, 60)}” is none of the choices`
  const all = others.length > 0 ? [...ids, 'other'] : ids
  const other = others.length > 0 ? { [otherTextId(question.id)]: others.join(', ') } : {}
  return { [question.id]: question.type === 'choices' ? [...new Set(all)] : all[0], ...other }
}

function idOf({ choices, other }: ChoiceQuestion, cell: string): string | undefined {
  const wanted = folded(cell)
  const found = choices.find(({ id, text }) => folded(text) === wanted || id === wanted)?.id
  return found ?? (other !== undefined && folded(other) === wanted ? 'other' : undefined)
}

/** Words as they are compared: without their case and the space around them. */
export const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
