import { useRef } from 'preact/hooks'
import { byTag, chosenRow } from '../models/filters.ts'
import { Breakdown } from './breakdown.tsx'
import type { ScoresProps } from './scores.tsx'

type Props = Pick<ScoresProps, 'report' | 'filters' | 'dimensions' | 'change'> & { dimension: string }

/** One dimension's values side by side, and which dimension that is. */
export function SegmentsPanel({ report, filters, dimension, dimensions, change }: Props) {
  const picker = useRef<HTMLSelectElement>(null)
  function choose(value: string) {
    change(chosenRow(filters, dimension, value))
    // The row is about to go, and focus is not to go with it.
    picker.current?.focus({ preventScroll: true })
  }
  return (
    <section aria-labelledby="by">
      <div class="row">
        <h2 id="by">
          By <span class="hidden">{dimension}</span>
        </h2>
        <label class="inline">
          <span class="hidden">Dimension</span>
          <select ref={picker} value={dimension} onChange={(event) => change({ breakdown: event.currentTarget.value })}>
            {dimensions.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <span class="small soft hint">a row filters everything{report.previous && '; ▲▼ more than chance'}</span>
      </div>
      {dimension === byTag && (
        <p class="small soft">A comment may have several tags: rows overlap, and don’t add up to the whole.</p>
      )}
      <Breakdown
        report={report}
        dimension={dimension}
        sort={report.previous ? filters.sort : 'n'}
        setSort={(sort) => change({ sort })}
        choose={choose}
      />
    </section>
  )
}
