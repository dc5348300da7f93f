import type { UrlRule } from '../../../../worker/contract/targeting.ts'
import { patternOf } from '../../../../worker/domain/gates/pattern.ts'
import url from '../../../../worker/domain/gates/url.ts'
import { isAllowedOrigin } from '../../../../worker/domain/origins.ts'
import { ruleInWords } from './page-rules.ts'

interface Rules {
  include: readonly UrlRule[]
  exclude: readonly UrlRule[]
}
export interface TrialGround {
  /** Of the whole site. */
  excludedPages: readonly UrlRule[]
  hashRoutes: boolean
  origins: readonly string[]
}

/** Whether a survey would be asked at an address as far as its pages go, and what decides that. */
export type Trial = { fits: boolean; why: string } | undefined

/** Weighs what was typed, a whole address or a path, by the very gate that the loader has. */
export function tryAddress(typed: string, { include, exclude }: Rules, site: TrialGround): Trial {
  const text = typed.trim()
  if (text === '') return
  const isWhole = /^https?:\/\//i.test(text)
  if (!URL.canParse(text, 'https://shop.example')) return { fits: false, why: 'This is no address.' }
  const { origin, pathname, search, hash } = new URL(text, 'https://shop.example')
  const page = { path: pathname + (site.hashRoutes ? hash : ''), search, events: new Set<string>() }
  const fits = (rule: UrlRule) => url([[patternOf(rule)], []], page, {}, 0).every(({ passed }) => passed)

  if (isWhole && !isAllowedOrigin(origin, site.origins)) return { fits: false, why: `${origin} is none of the site’s addresses.` }
  const shut = exclude.find(fits)
  if (shut) return { fits: false, why: `Pages ${ruleInWords(shut)} are left out.` }
  const siteWide = site.excludedPages.find(fits)
  if (siteWide) return { fits: false, why: `The whole site leaves out pages ${ruleInWords(siteWide)}.` }
  const open = include.find(fits)
  if (open) return { fits: true, why: `It is one of the pages ${ruleInWords(open)}.` }
  return include.length > 0
    ? { fits: false, why: 'None of the pages above fits it.' }
    : { fits: true, why: 'Nothing narrows the pages.' }
}
