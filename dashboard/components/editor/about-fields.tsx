import type { Metric } from '../../../worker/contract/category.ts'
import { measuring } from '../../models/editor/metric.ts'
import { site } from '../../models/session.ts'
import { metricNames } from '../../models/wording.ts'
import { useEditing } from './context.ts'
import { SelectField, TextField } from './inputs.tsx'

const metrics = (Object.keys(metricNames) as Metric[]).map((metric) => [metric, metricNames[metric]] as const)

/** What the survey is called, and what it measures. */
export function AboutFields() {
  const { draft, edit, isPublished } = useEditing()
  return (
    <div class="pair">
      <TextField
        label="Name"
        at="/name"
        value={draft.name}
        max={120}
        change={(name) => edit({ name })}
        hint="For you and your team; shoppers don’t see it."
      />
      <SelectField
        label="Measures"
        at="/metric"
        value={draft.metric}
        of={metrics}
        disabled={isPublished}
        change={(metric) => edit(measuring(draft, metric, site.value?.name ?? 'us'))}
        hint={
          isPublished ? 'Fixed once published, so that scores stay comparable.' : 'Another metric asks its own score question.'
        }
      />
    </div>
  )
}
