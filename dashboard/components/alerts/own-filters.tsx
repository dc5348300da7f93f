import type { Conditions } from '../../../worker/contract/conditions.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { otherConditions } from '../../models/condition-form.ts'
import { conditionWords } from '../../models/condition-words.ts'
import { useTags } from '../../models/tags.ts'
import { ConditionChips, ConditionFields } from '../condition-fields.tsx'

interface Props {
  isFall: boolean
  own: Conditions
  put: (own: Conditions) => void
  ground: AlertGround
}

/** The filters an alert has of its own. A fall is watched by segments alone, which are only taken away here. */
export function OwnFilters({ isFall, own, put, ground: { surveys } }: Props) {
  const tags = useTags().data?.tags ?? []
  if (isFall) {
    const { segments } = own
    const others = segments ? otherConditions({ segments }) : []
    return <ConditionChips others={others} put={put} />
  }
  const nameOf = (id: string) => surveys.find((survey) => survey.id === id)?.name ?? 'a survey that is gone'
  return (
    <fieldset class="field own-filters">
      <legend>Filters</legend>
      <div class="form grid">
        <ConditionFields conditions={own} put={put} surveys={surveys} tags={tags} />
      </div>
      <small role="status">Takes: {conditionWords(own, nameOf)}.</small>
    </fieldset>
  )
}
