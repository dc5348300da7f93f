import type { LoaderConfig } from '../../worker/contract/widget.ts'
import type { Earshot, WhyModule } from '../seam.ts'

/**
 * Stands before a loader while links to drafts are about. On a page opened by one the loader made for that draft takes its place; links
 * of the page keep the secret, so that it goes on. Where there is none any more the panel says so, which is at `why`.
 */
const preview = ({ site, host }: LoaderConfig, name: string, why: string): boolean => {
  const secret = new URLSearchParams(location.search).get(name)
  if (!secret || window.earshot?.site) return false
  // A module can't see its tag: what stands there is said before everything else.
  const said = { ...(document.currentScript as HTMLScriptElement | null)?.dataset }
  const calls: Earshot = window.earshot ?? ((...call) => calls.q?.push(call))
  calls.q = [['set', said], ...(calls.q ?? [])]
  window.earshot = calls
  const load = (path: string) => import(/* @vite-ignore */ host + path)
  load(`/w/${site}.${secret}.js`)
    .catch(() => load(why).then((panel: WhyModule) => panel.lapsed()))
    .catch(() => {})
  const keep = ({ target }: Event) => {
    const link = (target as Element).closest?.('a')
    if (!link?.href || link.origin !== location.origin) return
    const url = new URL(link.href)
    url.searchParams.set(name, secret)
    link.href = url.href
  }
  addEventListener('click', keep, { passive: true, capture: true })
  return true
}
export default preview
