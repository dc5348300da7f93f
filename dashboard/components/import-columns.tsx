import type { ImportMapping, ImportPreview } from '../../worker/contract/import.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Column, meaningsOf, withMeaning } from '../models/import-mapping.ts'
import { site } from '../models/session.ts'
import { Columns } from './columns.tsx'

interface Props {
  survey: Survey
  preview: ImportPreview
  mapping: ImportMapping
  change: (next: ImportMapping) => void
}

/** Every column with what stands in it and what it becomes. */
export function ImportColumns({ survey, preview, mapping, change }: Props) {
  return (
    <table class="plain columns">
      <Columns of={[['Column'], ['In it'], ['Becomes']]} />
      <tbody>
        {preview.columns.map((column, at) => (
          <tr key={column.name}>
            <th scope="row" id={`column-${at}`} dir="auto">
              {column.name}
            </th>
            <td>
              <Samples column={column} />
            </td>
            <td>
              <Meaning {...{ survey, mapping, change, column }} labelledBy={`column-${at}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Samples({ column: { samples } }: { column: Column }) {
  if (samples.length === 0) return <span class="soft">empty</span>
  return (
    <ul>
      {samples.map((sample) => (
        <li key={sample} dir="auto">
          {sample}
        </li>
      ))}
    </ul>
  )
}

function Meaning({
  survey,
  mapping,
  change,
  column,
  labelledBy,
}: Omit<Props, 'preview'> & { column: Column; labelledBy: string }) {
  const meaning = (Object.hasOwn(mapping.columns, column.name) && mapping.columns[column.name]) || ''
  return (
    <>
      <select
        aria-labelledby={labelledBy}
        value={meaning}
        onChange={(event) => change(withMeaning(survey, mapping, column.name, event.currentTarget.value || null))}
      >
        <option value="" selected={meaning === ''}>
          Leave out
        </option>
        {meaningsOf(survey, site.value?.dimensions ?? [], column.name).map(
          ([group, choices]) =>
            choices.length > 0 && (
              <optgroup key={group} label={group}>
                {choices.map(({ value, text }) => (
                  <option key={value} value={value} selected={value === meaning}>
                    {text}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
      {column.personal && (
        <small class="soft">{meaning === '' ? 'Personal data: not stored' : 'Personal data: is it needed?'}</small>
      )}
    </>
  )
}
