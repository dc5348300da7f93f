import type { Member } from '../../worker/contract/people.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { View, Views } from '../../worker/contract/view.ts'
import type { Endpoint } from '../../worker/contract/webhook.ts'
import { useResource } from './resource.ts'
import { nameOf } from './webhook-words.ts'

/** What alerts of a site can tell of, and whom. */
export interface AlertGround {
  views: readonly View[]
  surveys: readonly Survey[]
  /** Those that hear of alerts. */
  webhooks: readonly Endpoint[]
  /** Those who see all of the site. */
  people: readonly Member[]
}

/** Undefined until all of it is known. */
export function useAlertGround(): { ground: AlertGround | undefined; unread: string | undefined } {
  const views = useResource<Views>('/api/v1/views')
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  const webhooks = useResource<{ webhooks: Endpoint[] }>('/api/v1/webhooks')
  const members = useResource<{ members: Member[] }>('/api/v1/members')
  const unread = views.error ?? surveys.error ?? webhooks.error ?? members.error
  if (!views.data || !surveys.data || !webhooks.data || !members.data) return { ground: undefined, unread }
  return {
    ground: {
      views: views.data.views,
      surveys: surveys.data.surveys,
      webhooks: webhooks.data.webhooks.filter(({ types }) => types.includes('alert.fired')),
      people: members.data.members.filter(({ part }) => part === null),
    },
    unread,
  }
}

/** "Ada, Ben and the webhook ERP"; '' where nobody is left to be told. */
export function toldWords(told: { webhooks: readonly string[]; people: readonly string[] }, ground: AlertGround): string {
  const people = ground.people.filter(({ id }) => told.people.includes(id)).map(({ name, email }) => name || email)
  const hooks = ground.webhooks.filter(({ id }) => told.webhooks.includes(id))
  const words = [...people, ...hooks.map((hook) => `${hook.kind === 'slack' ? 'the channel' : 'the webhook'} ${nameOf(hook)}`)]
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')
}
