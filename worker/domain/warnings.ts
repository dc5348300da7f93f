import type { Definition } from '../contract/survey.ts'
import type { Ending } from '../contract/thanks.ts'
import { categoriesOf } from './category.ts'
import type { Fault } from './faults/fault.ts'
import { textsOf } from './texts.ts'
import { type Standards, translator } from './wordings.ts'

/** What isn't wrong but deserves a second thought. */
export function definitionWarnings(definition: Definition, standards: Standards): Fault[] {
  return [...reviewWarnings(definition), ...translationWarnings(definition, standards)]
}

/**
 * Sending only those who are content to a place for reviews ("review gating") is forbidden by Google, Trustpilot and the
 * like, and by law in some countries. Whether an address is such a place nobody can tell, so this asks.
 */
function reviewWarnings({ metric, thanks }: Definition): Fault[] {
  const { by } = thanks
  if (!by) return []
  const [good, ...others] = categoriesOf(metric).map((category) => ({ category, leads: leadsOf(by[category] ?? thanks) }))
  if (!good) return []
  const gated = good.leads.filter(({ url }) => others.every(({ leads }) => !leads.some((lead) => lead.url === url)))
  if (gated.length > 0 && others.every(({ leads }) => leads.length === 0)) {
    return gated.map(({ field }) => ({
      pointer: by[good.category] ? `/thanks/by/${good.category}/${field}` : `/thanks/${field}`,
      detail: `shown to ${good.category} alone: if it leads to reviews, platforms forbid that and it is unfair; offer it to everyone by thanks.review`,
    }))
  }
  const ways = new Set([good, ...others].map(({ leads }) => JSON.stringify(leads.map(({ url }) => url))))
  return ways.size > 1
    ? [{ pointer: '/thanks/by', detail: 'leads elsewhere by category: a place for reviews must be offered to everyone alike' }]
    : []
}

function leadsOf({ link, redirect }: Ending): { field: 'link' | 'redirect'; url: string }[] {
  return [
    ...(link ? [{ field: 'link' as const, url: link.url }] : []),
    ...(redirect ? [{ field: 'redirect' as const, url: redirect }] : []),
  ]
}

function translationWarnings(definition: Definition, standards: Standards): Fault[] {
  const all = Object.keys(textsOf(definition)).length
  const said = translator(definition, standards)
  return Object.keys(definition.translations).flatMap((tag) => {
    const lacking = all - Object.keys(said(tag)).length
    const detail = `${tag} lacks ${lacking} of ${all} texts and isn't offered until ${lacking === 1 ? 'it is' : 'they are'} there`
    return lacking > 0 ? [{ pointer: `/translations/${tag}`, detail }] : []
  })
}
