import type { Report } from './report.ts'

const names = { widget: 'widget', link: 'links', email: 'e-mails', kiosk: 'kiosks', api: 'the API', import: 'imports' }
const order = ['widget', 'link', 'email', 'kiosk', 'api', 'import'] as const

/** How many scores came from where, by name, in an order that stays; what nothing came from is left out. */
export function sourcesOf(sources: Report['sources']): [name: string, n: number][] {
  return order.flatMap((source): [string, number][] => {
    const n = sources[source]
    return n === undefined ? [] : [[names[source], n]]
  })
}
