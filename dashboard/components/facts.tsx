import { number } from '../models/wording.ts'

/** A few counts and shares with their names; null where there is nothing to divide by. */
export function Facts({ of }: { of: [name: string, value: string | number | null][] }) {
  return (
    <dl class="facts num">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? '–' : typeof value === 'number' ? number(value) : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A share as a percentage with one decimal. */
export function percent(share: number | null): string | null {
  return share === null ? null : `${number(100 * share, 1)} %`
}
