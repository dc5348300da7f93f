import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { chooseSite, me, site } from '../models/session.ts'

/**
 * Keeps the site in the address for those who have several, so that a link opens the same one for others, and follows an address that
 * names another one.
 */
export function useSiteAddress() {
  const { url } = useLocation()
  const chosen = site.value?.id
  const sites = typeof me.value === 'string' ? [] : me.value.sites
  useEffect(() => {
    // As it is by now: another one may have been chosen since this was drawn.
    const id = site.value?.id
    if (sites.length < 2 || !id) return
    const address = new URL(location.href)
    const named = address.searchParams.get('site')
    if (named === id) return
    if (sites.some((one) => one.id === named)) chooseSite(named ?? id)
    else {
      address.searchParams.set('site', id)
      history.replaceState(history.state, '', address)
    }
  }, [url, chosen, sites.length])
}
