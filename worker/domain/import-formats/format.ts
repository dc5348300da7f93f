import type { ColumnMeaning, ImportPreview } from '../../contract/import.ts'

/** A program whose files are known. Names of columns are compared in lower case with spaces for underscores. */
export interface ImportFormat {
  id: ImportPreview['format']
  /** In words. */
  name: string
  recognises(columns: readonly string[]): boolean
  /** The columns that the program itself writes: what each is, null for what is left out. The rest are questions or the shop's own. */
  own: Readonly<Record<string, ColumnMeaning | null>>
  /** Whether what isn't its own are properties of the person, worth keeping as traits, and not questions. */
  properties: boolean
  /** Of its times, where the program always writes the same. */
  timeZone?: string
  /** What to know of its files. */
  note?: string
}

/** What the format says of a column: a meaning, null where it is left out, undefined where the format doesn't know it. */
export function ownMeaning({ own }: ImportFormat, column: string): ColumnMeaning | null | undefined {
  const name = plainName(column)
  return Object.hasOwn(own, name) ? own[name] : undefined
}

/** A column's name as formats know it. */
export const plainName = (column: string) => column.toLowerCase().replaceAll('_', ' ').trim()
