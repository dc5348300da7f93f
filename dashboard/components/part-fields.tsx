import type { Part } from '../../worker/contract/people.ts'
import { partDimensions } from '../models/roles.ts'
import { site } from '../models/session.ts'

const names: Record<string, string> = { touchpoint: 'Only these touchpoints', location: 'Only these locations' }

/** What of the site an agent sees. Fields that are left empty limit nothing. */
export function PartFields({ id, part }: { id: string; part: Part }) {
  const dimensions = partDimensions(site.value?.dimensions ?? [])
  if (dimensions.length === 0)
    return (
      <p class="small soft">
        To show an agent a part of the site, add <code>touchpoint</code> or <code>location</code> to its dimensions in Settings.
      </p>
    )
  return (
    <>
      {dimensions.map((name) => (
        <div key={name} class="field">
          <label for={`${id}-${name}`}>{names[name]}</label>
          <textarea
            id={`${id}-${name}`}
            name={`part.${name}`}
            rows={2}
            defaultValue={part?.[name]?.join('\n')}
            aria-describedby={`${id}-${name}-help`}
          />
          <small id={`${id}-${name}-help`}>One a line, as they are counted. Empty for all of them.</small>
        </div>
      ))}
    </>
  )
}
