import type { ImportFormat } from './format.ts'

/** A file of ours, as `docs/exports.md` describes it: each column says by itself what it is. */
export const earshot: ImportFormat = {
  id: 'earshot',
  name: 'An Earshot export',
  recognises: (columns) => ['id', 'externalid', 'survey', 'version', 'category'].every((name) => columns.includes(name)),
  own: {},
  properties: true,
}

/** Any other file: what its columns are is told from their names and what stands in them. */
export const other: ImportFormat = {
  id: 'other',
  name: 'A file of its own kind',
  recognises: () => true,
  own: {},
  properties: true,
}
