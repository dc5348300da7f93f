import { storagePrefix } from '../../seam.ts'
import { quietly } from '../quietly.ts'
import type { Sense } from './sense.ts'

/** Where this visit came from, as the last page in this tab says that was come to from elsewhere: another site's host, a campaign's names. */
const landing: Sense = (felt, _look, { site }) => {
  const key = `${storagePrefix}${site}.landing`
  const host = quietly(() => new URL(document.referrer).host)
  const from: Record<string, string> = { referrer: host === location.host ? '' : (host ?? '') }
  for (const [name, value] of new URLSearchParams(location.search)) if (/^utm_\w+$/.test(name)) from[name] = value.slice(0, 256)
  const isNew = Object.values(from).some(Boolean)
  if (isNew) quietly(() => sessionStorage.setItem(key, JSON.stringify(from)))
  Object.assign(felt, from, !isNew && quietly(() => JSON.parse(sessionStorage[key])))
  addEventListener('earshot:reset', () => quietly(() => sessionStorage.removeItem(key)))
}
export default landing
