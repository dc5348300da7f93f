import type { Filters } from '../models/filters.ts'
import { number } from '../models/wording.ts'
import { label } from './breakdown.tsx'

interface Controls {
  filters: Filters
  change: (change: Partial<Filters>) => void
}

/** Every narrowing filter as a button that takes it back. */
export function Chips({ filters, change }: Controls) {
  const chip = (text: string, without: Partial<Filters>) => (
    <button key={text} type="button" class="chip" onClick={() => change(without)} aria-label={`Remove the filter ${text}`}>
      {text} <span aria-hidden="true">×</span>
    </button>
  )
  return (
    <>
      {Object.entries(filters.segments).map(([dimension, value]) =>
        chip(`${dimension}: ${label(dimension, value)}`, {
          segments: Object.fromEntries(Object.entries(filters.segments).filter(([name]) => name !== dimension)),
        }),
      )}
      {filters.category && chip(`comments: ${filters.category}`, { category: null })}
      {filters.score !== null && chip(`comments: score ${number(filters.score)}`, { score: null })}
    </>
  )
}

/** How wide the trend's steps are. */
export function Buckets({ filters, change }: Controls) {
  return (
    <fieldset class="segmented small">
      <legend class="hidden">Trend by</legend>
      {(['day', 'week', 'month'] as const).map((interval) => (
        <button key={interval} type="button" aria-pressed={filters.interval === interval} onClick={() => change({ interval })}>
          {interval}
        </button>
      ))}
    </fieldset>
  )
}

/** What the score is compared with. */
export function Compare({ compare, change }: { compare: Filters['compare']; change: (change: Partial<Filters>) => void }) {
  const choose = (value: string) => change({ compare: value === 'previous' || value === 'year' ? value : null })
  return (
    <label class="inline row small">
      <span class="soft">compared with</span>
      <select value={compare ?? 'none'} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="previous">the period before</option>
        <option value="year">the year before</option>
        <option value="none">nothing</option>
      </select>
    </label>
  )
}
