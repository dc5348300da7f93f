import type { Check, Sightings } from '../../../worker/contract/install.ts'
import type { SiteView } from '../../../worker/contract/site.ts'

/** What is wrong where something is. */
type Trouble = 'absent' | 'refused' | 'policy' | 'other' | 'stranger'

export interface Verdict {
  kind: 'seen' | 'waiting' | 'over' | Trouble
  title: string
  says: string
}

/** A page that has said nothing for so long has nothing to say. */
const patienceMs = 12_000

export interface Looked {
  check: Check
  sightings: Sightings['sightings']
  site: Pick<SiteView, 'key' | 'silent'>
  /** Whether any survey is live. */
  isAsking: boolean
  now: number
}

/** What can be said of a page that was opened to be looked at. */
export function verdictOf({ check, sightings, site, isAsking, now }: Looked): Verdict {
  const { found, stranger, origin } = check
  if (found) {
    const seen = `on ${hostOf(found.origin)} ${since(found.at, now)}`
    if (!found.allowed)
      return { kind: 'refused', title: `Seen ${seen}, but not on the list`, says: `Answers from ${found.origin} are refused.` }
    if (!found.connects)
      return {
        kind: 'policy',
        title: `Seen ${seen}, but it can’t send`,
        says: 'The page’s content security policy, or a blocker in this browser, stops its requests. Add connect-src as below.',
      }
    if (found.other)
      return {
        kind: 'other',
        title: `Another tag came first on ${hostOf(found.origin)}`,
        says: `The page also has the tag of ${found.other}, which does the asking there. Leave only that of ${site.key}.`,
      }
    return { kind: 'seen', title: `Seen ${seen}.`, says: next(found.consent, site.silent, isAsking) }
  }
  if (stranger)
    return {
      kind: 'stranger',
      title: `${hostOf(origin)} has another tag`,
      says: `It asked for ${stranger.key} ${since(stranger.at, now)}. This site’s key is ${site.key}.`,
    }
  const asked = sightings.find((one) => one.origin === origin && one.at >= check.createdAt)
  if (asked)
    return {
      kind: 'seen',
      title: `Seen on ${hostOf(origin)} ${since(asked.at, now)}.`,
      says: 'Its script was loaded there. No more is known: the page’s address lost the mark of this check, as some redirects do.',
    }
  if (now - Date.parse(check.createdAt) < patienceMs)
    return { kind: 'waiting', title: `Waiting for ${hostOf(origin)} …`, says: 'It tells as soon as it has loaded.' }
  if (now > Date.parse(check.expiresAt)) return { kind: 'over', title: 'This check is over', says: 'Begin another.' }
  return { kind: 'absent', title: `Nothing came from ${hostOf(origin)}`, says: 'One of these, most likely:' }
}

/** Why nothing comes from a page, the likeliest first. */
export const absences: readonly string[] = [
  'The tag isn’t on that page: look for it in the page’s source.',
  'Its content security policy lets no script of this host load: add script-src as below.',
  'A consent tool or tag manager holds it back until somebody agrees: agree there, in the new window.',
  'A blocker in this browser stops it: try another one, or serve the tag from your own domain.',
  'The shop was open here less than a minute ago, and the browser still holds the script from before: open it again.',
]

function next(consent: 'given' | 'waiting' | undefined, silent: boolean, isAsking: boolean): string {
  if (consent === 'waiting')
    return "It waits for consent: nobody is asked until the page calls earshot('consent', true). Agree in the new window to see that it does."
  if (silent) return '“Show no survey” is on in the settings, so nobody is asked.'
  if (!isAsking) return 'No survey is live yet.'
  return consent === 'given' ? 'It sends, and the page has given consent.' : 'It may send, and surveys are live.'
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : origin)

/** "20 seconds ago", and minutes from two on. */
export function since(iso: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000))
  if (seconds < 2) return 'just now'
  return seconds < 120 ? `${seconds} seconds ago` : `${Math.round(seconds / 60)} minutes ago`
}
