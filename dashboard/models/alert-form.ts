import type { Alert, AlertKind } from '../../worker/contract/alert.ts'
import type { Conditions } from '../../worker/contract/conditions.ts'
import { refusedBy } from './refused-fields.ts'

/** What is wrong with a form of an alert, by the name of its field. */
export type AlertFaults = Partial<Record<'name' | 'what' | 'told' | 'quiet' | 'hourlyCap', string>>

/** In the select of what is told: a saved view, or a survey, is its id. `own` are filters of the alert's own. */
export const usual = { unhappy: 'unhappy', all: 'all', own: 'own' } as const

/**
 * What a form asks for, as the API takes it: its text fields, what was ticked having names such as `person.ID`, and the filters set in it,
 * of a fall the segments alone.
 */
export function wantedOf(kind: AlertKind, fields: Record<string, string>, own: Conditions = {}): object {
  const { name = '', what = '', from = '', to = '', hourlyCap = '' } = fields
  return {
    ...{ name, hourlyCap: Number(hourlyCap), quiet: from === '' && to === '' ? null : { from, to } },
    ...(kind === 'fall' ? fallenOf(what, own) : respondedOf(what, own)),
    ...{ webhooks: ticked('webhook.', fields), people: ticked('person.', fields) },
  }
}

const fallenOf = (what: string, { segments }: Conditions) => ({
  conditions: { ...(what !== usual.all && { survey: what }), ...(segments && { segments }) },
})
function respondedOf(what: string, own: Conditions) {
  if (what === usual.unhappy) return { conditions: { unhappy: true }, view: null }
  if (what === usual.own) return { conditions: own, view: null }
  return { conditions: {}, view: what === usual.all ? null : what }
}

/** Ids of what was ticked under names that begin so. */
export const ticked = (prefix: string, fields: Record<string, string>) =>
  Object.keys(fields).flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : []))

/** What can be seen to be wrong before anybody is asked. */
export function faultsOf({ from = '', to = '', ...fields }: Record<string, string>): AlertFaults {
  const isTold = ticked('webhook.', fields).length + ticked('person.', fields).length > 0
  return {
    ...(!isTold && { told: 'Tick at least one who is told.' }),
    ...((from === '') !== (to === '') && { quiet: 'Give both times, or none.' }),
    ...(from !== '' && from === to && { quiet: 'They have to begin and end at different times.' }),
  }
}

const fieldOf: Record<string, keyof AlertFaults> = {
  ...{ name: 'name', view: 'what', conditions: 'what', webhooks: 'told', people: 'told', quiet: 'quiet' },
  hourlyCap: 'hourlyCap',
}

/** What the API said of single fields; nothing for a refusal of all of it. */
export const refusedFields = (error: unknown): AlertFaults => refusedBy(fieldOf, error)

/** What stands in the select of what an alert tells. */
export function chosenOf(kind: AlertKind, alert: Pick<Alert, 'view' | 'conditions'> | undefined): string {
  if (!alert) return kind === 'fall' ? usual.all : usual.unhappy
  const { view, conditions } = alert
  if (view !== null) return view
  if (kind === 'fall') return conditions.survey ?? usual.all
  const names = Object.keys(conditions)
  if (names.length === 0) return usual.all
  return conditions.unhappy && names.length === 1 ? usual.unhappy : usual.own
}
