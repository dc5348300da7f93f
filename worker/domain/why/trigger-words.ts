/** What was measured of a trigger so far, by its name: percent, seconds, or how many of it there are; undefined where nothing can be. */
export type Measure = (trigger: string) => number | undefined

/** A trigger as the gate names it, and how far it is. */
export function triggerWords(trigger: string, happened: boolean, measured: number | undefined): string {
  const [type = ''] = trigger.split(' ')
  const rest = trigger.slice(type.length + 1)
  switch (type) {
    case 'scroll':
      return happened ? `scrolled through ${rest} %` : `scroll: ${measured ?? 0} of ${rest} %`
    case 'idle':
      return happened ? `nothing moved for ${rest} s` : `rest: ${measured ?? 0} of ${rest} s`
    case 'visible':
      if (happened) return `${rest} was in sight`
      return measured === undefined ? `${rest} is not on this page` : `${rest}: ${measured} of 50 % in sight`
    case 'click':
      if (happened) return `${rest} was clicked`
      return measured ? `no click on ${rest} yet` : `nothing on this page is ${rest}`
    default:
      return happened ? 'was about to leave' : 'not about to leave yet'
  }
}
