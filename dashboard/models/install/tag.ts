import type { SiteView } from '../../../worker/contract/site.ts'

type Tagged = Pick<SiteView, 'key' | 'tagHost'>

/** Where pages load the tag from. */
export const hostOf = ({ tagHost }: Tagged, own: string) => tagHost || own

export const scriptUrl = (site: Tagged, own: string) => `${hostOf(site, own)}/w/${site.key}.js`

export const tagOf = (site: Tagged, own: string, attributes = '') =>
  `<script async src="${scriptUrl(site, own)}"${attributes}></script>`

/** Calls made before the tag has loaded wait in a queue. */
export const queue = 'window.earshot=window.earshot||function(){(earshot.q=earshot.q||[]).push(arguments)};'
