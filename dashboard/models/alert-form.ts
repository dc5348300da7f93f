import type { Alert, AlertKind } from '../../worker/contract/alert.ts'
import { Refused } from './api.ts'

/** What is wrong with a form of an alert, by the name of its field. */
export type AlertFaults = Partial<Record<'name' | 'what' | 'told' | 'quiet' | 'hourlyCap', string>>

/** In the select of what is told: a saved view, or a survey, is its id. */
export const usual = { unhappy: 'unhappy', all: 'all', kept: 'kept' } as const

/** What a form's text fields ask for, as the API takes it; what was ticked has names such as `person.ID`. */
export function wantedOf(kind: AlertKind, fields: Record<string, string>): object {
  const { name = '', what = '', from = '', to = '', hourlyCap = '' } = fields
  return {
    ...{ name, hourlyCap: Number(hourlyCap), quiet: from === '' && to === '' ? null : { from, to } },
    ...(what !== usual.kept && (kind === 'fall' ? fallenOf(what) : respondedOf(what))),
    ...{ webhooks: ticked('webhook.', fields), people: ticked('person.', fields) },
  }
}

const fallenOf = (what: string) => ({ conditions: what === usual.all ? {} : { survey: what } })
const respondedOf = (what: string) =>
  what === usual.unhappy
    ? { conditions: { unhappy: true }, view: null }
    : { conditions: {}, view: what === usual.all ? null : what }

const ticked = (prefix: string, fields: Record<string, string>) =>
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
export function refusedFields(error: unknown): AlertFaults {
  const errors = error instanceof Refused ? (error.problem?.errors ?? []) : []
  return Object.fromEntries(
    errors.flatMap(({ pointer, detail }) => {
      const field = fieldOf[pointer.split('/')[1] ?? '']
      return field ? [[field, detail]] : []
    }),
  )
}

/** What stands in the select of what an alert tells. */
export function chosenOf(kind: AlertKind, alert: Pick<Alert, 'view' | 'conditions'> | undefined): string {
  if (!alert) return kind === 'fall' ? usual.all : usual.unhappy
  const { view, conditions } = alert
  if (view !== null) return view
  const [only, ...more] = Object.keys(conditions)
  if (only === undefined) return usual.all
  if (more.length > 0) return usual.kept
  if (kind === 'fall') return conditions.survey ?? usual.kept
  return conditions.unhappy ? usual.unhappy : usual.kept
}
