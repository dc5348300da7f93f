import type { Fact } from '../models/asked.ts'
import { Definition } from './definition.tsx'

/** A few counts and shares with their names. */
export function Facts({ of }: { of: Fact[] }) {
  return (
    <dl class="facts num">
      {of.map(({ name, value, meaning }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Definition meaning={meaning}>{value ?? '–'}</Definition>
          </dd>
        </div>
      ))}
    </dl>
  )
}
