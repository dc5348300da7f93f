import type { Verdict } from '../gates/gate.ts'

/** How an owner calls a gate. */
export function gateName({ gate }: Pick<Verdict, 'gate'>): string {
  if (gate.startsWith('trait.')) return `Trait “${gate.slice('trait.'.length)}”`
  if (gate.startsWith('utm_')) return `Campaign’s ${gate.slice('utm_'.length)}`
  return names[gate] ?? gate
}

const names: Record<string, string> = {
  never: '“Don’t ask again”',
  dates: 'Days',
  include: 'Pages',
  exclude: 'Pages left out',
  touchpoint: 'Touchpoint',
  sample: 'Sample',
  device: 'Device',
  language: 'Language',
  locale: 'Locale',
  country: 'Country',
  referrer: 'Came from',
  visit: 'Visit',
  event: 'Event',
  trigger: 'What the shopper does',
  cap: 'Cap',
  answered: 'Rest after an answer',
  dismissed: 'Rest after a dismissal',
  shown: 'Rest across surveys',
  content: 'Loading',
  consent: 'Consent',
  server: 'Caps and clocks',
}
