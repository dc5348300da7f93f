import { ImportMapping } from '../contract/import.ts'
import type { Fault } from '../domain/definition.ts'
import type { ImportTarget } from '../domain/import-row.ts'
import { parseJson } from '../domain/json.ts'
import { mappingFaults } from '../domain/mapping-faults.ts'
import { validationErrors } from './validation.ts'

export type MappingResult = { ok: true; value: ImportMapping } | { ok: false; faults: Fault[] }

/** A mapping as it stands in the address; or what of it can't be for this survey. */
export function readMapping(text: string, target: ImportTarget): MappingResult {
  const json = parseJson(text)
  if (!json.ok) return { ok: false, faults: [{ pointer: '', detail: 'the mapping is not JSON, or says a key twice' }] }
  const read = ImportMapping.safeParse(json.value)
  if (!read.success) return { ok: false, faults: validationErrors(read.error) }
  const faults = mappingFaults(read.data, target)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: read.data }
}
