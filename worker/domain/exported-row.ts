import type { Day } from './calendar.ts'
import { rearmed } from './csv.ts'
import { columnOf, type Kind } from './export-columns.ts'
import type { Cells, RowParts } from './import-row.ts'
import { rowId } from './response-id.ts'

/** The public id of the response a row is of; undefined for a row that isn't of an export of ours. */
export function exportedId({ id }: Cells): string | undefined {
  return typeof id === 'string' && rowId(id) !== null ? id : undefined
}

/** A row of an exported CSV file as it was before its cells were disarmed. */
export function rearmedCells(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [column, typeof value === 'string' ? rearmed(value) : value]),
  )
}

/**
 * What an exported row says of a response. Its segments are those it counted in, whatever the survey would give it now; an
 * answer to a question this survey doesn't ask is left out, as is what the import decides itself (source, complete, status).
 */
export function exportedParts(given: ReadonlyMap<string, unknown>): RowParts {
  const cells: Record<Kind, Cells> = { own: {}, order: {}, answer: {}, segment: {}, trait: {} }
  for (const [column, value] of given) {
    const { kind, name } = columnOf(column)
    cells[kind][name] = value
  }
  const { own, order, answer, segment, trait } = cells
  return {
    externalId: own.id,
    at: own.answeredAt,
    day: dayOf(own.day, own.answeredAt),
    score: own.score,
    comment: own.comment,
    tags: own.tags,
    locale: own.locale,
    answers: answer,
    order,
    segments: segment,
    traits: { ...restOf(own.traits), ...trait },
  }
}

/** The local day it was given when it was made, unless it can't be: a spreadsheet may have rewritten it. */
function dayOf(day: unknown, answeredAt: unknown): Day | undefined {
  if (typeof day !== 'string' || typeof answeredAt !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return
  const apart = Math.abs(Date.parse(`${day}T12:00Z`) - Date.parse(answeredAt))
  // No zone is further than 14 hours from UTC.
  return apart <= 26 * 3_600_000 ? day : undefined
}

/** Traits that had no column of their own. */
function restOf(json: unknown): Cells {
  try {
    const rest: unknown = typeof json === 'string' ? JSON.parse(json) : {}
    return typeof rest === 'object' && rest !== null && !Array.isArray(rest) ? { ...rest } : {}
  } catch {
    return {}
  }
}
