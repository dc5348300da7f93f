import type { DeliveryView, Endpoint, EndpointKind, EventType, Tried } from '../../worker/contract/webhook.ts'

/** What an endpoint may hear of, in words. */
export const typeWords: Record<EventType, string> = {
  'response.created': 'New responses',
  'response.updated': 'Changes of responses',
  'alert.fired': 'Alerts',
}

/** Of each kind what it is, and what it may hear. */
export const kindWords: Record<EndpointKind, { name: string; says: string; types: readonly EventType[] }> = {
  standard: {
    name: 'A program of your own',
    says: 'Signed JSON, by Standard Webhooks',
    types: ['response.created', 'response.updated', 'alert.fired'],
  },
  slack: { name: 'A Slack channel', says: 'Alerts as text; Mattermost and others take it too', types: ['alert.fired'] },
}

/** "new responses and alerts" */
export function hearsOf({ types }: Pick<Endpoint, 'types'>): string {
  const words = types.map((type) => typeWords[type].toLowerCase())
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')
}

export const nameOf = ({ name, url }: Pick<Endpoint, 'name' | 'url'>) => name || hostOf(url)
const hostOf = (url: string) => url.replace(/^https:\/\//, '').split('/', 1)[0] ?? url

/** In a word, for a badge; its colour by the name of a survey's state. */
export const stateWords: Record<Endpoint['state'], { says: string; badge: string }> = {
  active: { says: 'active', badge: 'live' },
  paused: { says: 'paused', badge: 'paused' },
  gone: { says: 'disabled', badge: 'bad' },
  failed: { says: 'disabled', badge: 'bad' },
}

/** Why nothing is sent; '' where something is. */
export const whyDisabled: Record<Endpoint['state'], string> = {
  active: '',
  paused: 'Paused: it hears nothing of what happens meanwhile. What was on its way waits.',
  gone: 'Disabled: it answered 410, which means it wants nothing more.',
  failed: 'Disabled: ten attempts over three days failed.',
}

/** How an attempt ended. */
export function triedWords({ ok, status, ms, error }: Tried): string {
  const answered = status === null ? '' : `answered ${status} after ${ms.toLocaleString('en')} ms`
  if (ok) return `It ${answered}.`
  return status === null ? `Not delivered: ${error}.` : `It ${answered}: ${error}.`
}

/** What became of a delivery so far. */
export function deliveryWords({ state, attempts, status, ms, error }: DeliveryView): string {
  if (state === 'void') return 'nothing left to tell'
  const tried = attempts > 1 ? `, attempt ${attempts}` : ''
  const how = status === null ? error : `${status} after ${(ms ?? 0).toLocaleString('en')} ms`
  if (state === 'delivered') return `delivered: ${how}${tried}`
  if (attempts === 0) return state === 'waiting' ? 'on its way' : `failed: ${error}`
  return `${state === 'failed' ? 'failed' : 'not delivered yet'}: ${how}${status === null || !error ? '' : `, ${error}`}${tried}`
}

/** When a delivery is tried again. */
export function whenNext(iso: string): string {
  const minutes = Math.ceil((Date.parse(iso) - Date.now()) / 60_000)
  if (minutes <= 1) return 'within a minute'
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.round(minutes / 60)} hours`
}
