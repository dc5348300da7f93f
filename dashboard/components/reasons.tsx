import { csvLine } from '../../worker/domain/csv.ts'
import { number } from '../models/wording.ts'
import { Columns } from './columns.tsx'

interface Props {
  reasons: { row: number; reason: string }[]
  /** There may be more than were told. */
  rejected: number
  fileName: string
}

/** Reasons on screen; the file has the rest. */
const shown = 10

/** Why rows of a file were refused: the first of them, and a file of all that were told. */
export function Reasons({ reasons, rejected, fileName }: Props) {
  const file = () => new Blob(['\ufeff', csvLine(['row', 'reason']), ...reasons.map(({ row, reason }) => csvLine([row, reason]))])
  function download() {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file())
    link.download = `${fileName.replace(/\.[^.]*$/, '')}-refused.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <>
      <table class="plain reasons">
        <Columns of={[['Row'], ['Why it is refused']]} />
        <tbody>
          {reasons.slice(0, shown).map(({ row, reason }) => (
            <tr key={row}>
              <td class="num">{number(row)}</td>
              <td dir="auto">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="row small">
        <button type="button" onClick={download}>
          Download {reasons.length < rejected ? `the first ${number(reasons.length)} reasons` : 'the reasons'}
        </button>
        <span class="soft">Rows are counted below the header.</span>
      </p>
    </>
  )
}
