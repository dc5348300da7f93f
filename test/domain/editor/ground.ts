import { type Draft, edited } from '../../../dashboard/models/editor/draft.ts'
import type { CreateSurvey, Survey } from '../../../worker/contract/survey.ts'
import { definitionFaults } from '../../../worker/domain/definition.ts'
import { definitionOf } from '../../support/survey-content.ts'

/** A draft as the editor holds it. */
export function draftWith(request: Partial<CreateSurvey> = {}): Draft {
  return { ...definitionOf(request), name: request.name ?? 'Survey', touchpoint: request.touchpoint ?? '' }
}

/** A survey as the API answers it. */
export function surveyWith(draft: Draft, revision = 1): Survey {
  return {
    ...draft,
    ...{ id: 'srv_1', state: 'draft', version: 0, revision, goal: null, warnings: [] },
    ...{ createdAt: '2026-11-22T15:00:00.000Z', updatedAt: '2026-11-22T15:00:00.000Z' },
    edited: { at: '2026-11-22T15:00:00.000Z', by: 'Mona' },
  }
}

/** What the worker would refuse of a draft. */
export function faultsIn({ name: _, touchpoint: __, ...definition }: Draft) {
  return definitionFaults(definition)
}

export { edited }
