import type { ImportMapping } from '../contract/import.ts'
import type { Question } from '../contract/question.ts'
import { scaleOf } from './category.ts'
import { commentQuestion, type Fault } from './definition.ts'
import type { ImportTarget } from './import-row.ts'
import { conversionFault } from './import-score.ts'
import { otherTextId } from './other.ts'

/** Columns an import reads by these names; nothing else may be called so. */
const own = ['id', 'score', 'comment', 'at', 'locale', 'tags', 'order.id', 'order.value', 'order.currency', 'order.skus']

/** What a mapping says that can't be, for this survey of this site. */
export function mappingFaults({ columns, scale }: ImportMapping, target: ImportTarget): Fault[] {
  const meant = Object.entries(columns).flatMap(([column, meaning]) => (meaning === null ? [] : [{ column, meaning }]))
  const faults = meant.flatMap(({ column, meaning }, at) => {
    const twice = meant.findIndex((one) => one.meaning === meaning) < at
    const detail =
      twice && !mayRepeat(meaning, target.definition.questions)
        ? `another column is ${meaning} already`
        : meaningFault(meaning, target)
    return detail ? [{ pointer: `/columns/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail }] : []
  })
  if (!meant.some(({ meaning }) => meaning === 'score' || meaning === 'comment' || meaning.startsWith('answer.')))
    faults.push({ pointer: '/columns', detail: 'say which column is the score, the comment or an answer' })
  const survey = scaleOf(target.definition.metric, target.definition.points)
  const misfit = scale && survey ? conversionFault(scale, survey) : undefined
  if (misfit) faults.push({ pointer: '/scale', detail: misfit })
  return faults
}

/** A question with several answers may have a column for each of its choices. */
export function mayRepeat(meaning: string, questions: readonly Question[]): boolean {
  return questions.some(({ id, type }) => type === 'choices' && meaning === `answer.${id}`)
}

function meaningFault(meaning: string, { definition, dimensions }: ImportTarget): string | undefined {
  const { metric, questions } = definition
  if (meaning === 'score') return metric === 'none' ? 'this survey has no score' : undefined
  if (meaning === 'comment') return commentQuestion(questions) ? undefined : 'this survey asks for no text'
  const [, kind, name = ''] = /^(segment|trait|answer)\.(.*)$/s.exec(meaning) ?? []
  if (!kind) return
  const asked = questions.find(({ id }) => id === name)
  if (kind === 'answer') {
    if (own.includes(name)) return 'the question’s id is the name of a column that means something else'
    if (!asked) return 'the survey has no such question'
    return asked.type === 'statement' ? 'a statement has no answer' : undefined
  }
  if (own.includes(name) || questions.some(({ id }) => id === name || otherTextId(id) === name))
    return `“${name}” means something else in this survey: choose another name`
  const declared = dimensions.includes(name)
  if (kind === 'segment') return declared ? undefined : 'the site has no such dimension'
  return declared ? `“${name}” is a dimension of the site: make it segment.${name}` : undefined
}
