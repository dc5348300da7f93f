import type { HostedQuery } from '../contract/hosted.ts'
import type { Source } from '../contract/response.ts'
import { linkTo } from './survey-link.ts'

/** Where an answer on a survey's own page comes from: a device in the shop, an e-mail with scores in it, or any other link. */
export function hostedSource({ kiosk, score, source }: HostedQuery): Source {
  if (kiosk) return 'kiosk'
  return score !== undefined || source === 'email' ? 'email' : 'link'
}

/** The page's own address from now on: in the language it speaks, and remembering where it comes from, but no longer the score. */
export function hostedAddress(path: string, query: HostedQuery, locale: string): string {
  const source = hostedSource(query)
  return linkTo(path, {
    lang: locale,
    kiosk: source === 'kiosk' ? '1' : undefined,
    source: source === 'email' ? source : undefined,
    location: query.location,
  })
}
