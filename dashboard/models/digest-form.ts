import type { Digest } from '../../worker/contract/digest.ts'
import { ticked } from './alert-form.ts'
import { refusedBy } from './refused-fields.ts'

/** What is wrong with a form of a digest, by the name of its field. */
export type DigestFaults = Partial<Record<'name' | 'what' | 'when' | 'readers' | 'addresses', string>>

/** In the select of what it is about: a survey or a saved view is its id. */
export const about = { all: 'all', kept: 'kept' } as const

/** What a form's fields ask for, as the API takes it; who was ticked has names such as `person.ID`. */
export function wantedOf(fields: Record<string, string>): object {
  const { name = '', what = '', frequency = '', day = '', hour = '', language = '', addresses = '' } = fields
  return {
    ...{ name, frequency, language, day: Number(day), hour: Number(hour) },
    ...{ people: ticked('person.', fields), addresses: addressesIn(addresses) },
    ...(what === about.all && { conditions: {}, view: null }),
    ...(what.startsWith('srv_') && { conditions: { survey: what }, view: null }),
    ...(what.startsWith('view_') && { conditions: {}, view: what }),
  }
}

/** However they were parted. */
export const addressesIn = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '')

/** What can be seen to be wrong before anybody is asked. */
export function faultsOf(fields: Record<string, string>): DigestFaults {
  const addresses = addressesIn(fields.addresses ?? '')
  const odd = addresses.find((one) => !/^[^@]+@[^@]+\.[^@]+$/.test(one))
  return {
    ...(ticked('person.', fields).length + addresses.length === 0 && { readers: 'Tick or write at least one who gets it.' }),
    ...(odd !== undefined && { addresses: `${odd} is no address.` }),
  }
}

const fieldOf: Record<string, keyof DigestFaults> = {
  ...{ name: 'name', view: 'what', conditions: 'what', people: 'readers', addresses: 'addresses' },
  ...{ frequency: 'when', day: 'when', hour: 'when', language: 'when' },
}

/** What the API said of single fields; nothing for a refusal of all of it. */
export const refusedFields = (error: unknown): DigestFaults => refusedBy(fieldOf, error)

/** What stands in the select of what a digest is about. */
export function chosenOf(digest: Pick<Digest, 'view' | 'conditions'> | undefined): string {
  if (!digest) return about.all
  const { view, conditions } = digest
  if (view !== null) return view
  const [only, ...more] = Object.keys(conditions)
  if (only === undefined) return about.all
  return more.length === 0 && conditions.survey !== undefined ? conditions.survey : about.kept
}
