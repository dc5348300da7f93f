import type { LoaderConfig } from '../../worker/contract/widget.ts'
import type { Earshot } from '../seam.ts'

const patienceMs = 4_000

/**
 * Stands before a loader while its site's owner asks whether the tag is on a page. On a page opened to be looked at it tells once that it
 * ran, and whether consent was given where the site waits for it; where the page's policy lets it send nothing, by a script it loads.
 */
const check = ({ site, host, consent }: LoaderConfig): void => {
  const [, secret] = /earshot-(ck_\w+)/.exec(location.href) ?? []
  if (!secret) return
  let given = false
  const hear = (call: string, value: unknown) => {
    if (call === 'consent') given = value === true
  }
  for (const [call, value] of window.earshot?.q ?? []) hear(call, value)

  const tell = () => {
    const { site: first } = window.earshot ?? {}
    const other = first === site ? undefined : first
    const body = JSON.stringify({ site, check: secret, consent: consent && (given ? 'given' : 'waiting'), other })
    fetch(`${host}/v1/checks`, { method: 'POST', body, credentials: 'omit' }).catch(() =>
      import(/* @vite-ignore */ `${host}/w/${site}.${secret}.js`).catch(() => {}),
    )
  }

  // Once the loader has run: what the page says from then on goes by here.
  setTimeout(() => {
    const loaded = window.earshot
    if (!consent || given || loaded?.site !== site) return tell()
    const told = setTimeout(tell, patienceMs)
    const heard: Earshot = (call, ...rest) => {
      hear(call, rest[0])
      if (given) {
        clearTimeout(told)
        tell()
        window.earshot = loaded
      }
      return loaded(call, ...rest)
    }
    heard.site = site
    window.earshot = heard
  })
}
export default check
