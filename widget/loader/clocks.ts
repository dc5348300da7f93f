import type { Memory } from '../../worker/domain/eligibility.ts'

/** Answered and dismissed by survey, and the last display of any; ms since 1970. Short names: it lies in every visitor's storage. */
interface Clocks {
  a: Record<string, number>
  d: Record<string, number>
  s?: number
}

/** The shopper's clocks in this browser. Where storage is blocked they last as long as the page. */
export function openClocks(site: string) {
  const key = `earshot:${site}`
  let clocks: Clocks = { a: {}, d: {} }

  // Read anew each time: another tab may have asked meanwhile.
  const read = () => {
    try {
      const stored = JSON.parse(localStorage.getItem(key) ?? '')
      clocks = { a: { ...stored.a }, d: { ...stored.d }, s: stored.s }
    } catch {}
    return clocks
  }

  return {
    memoryOf(survey: string): Memory {
      const { a, d, s } = read()
      return { answeredAt: a[survey], dismissedAt: d[survey], lastShownAt: s }
    },
    note(what: 'a' | 'd' | 's', survey: string, now: number) {
      read()
      if (what === 's') clocks.s = now
      else clocks[what][survey] = now
      try {
        localStorage.setItem(key, JSON.stringify(clocks))
      } catch {}
    },
  }
}
