import type { UrlPattern } from '../../contract/widget.ts'
import type { Gate } from './gate.ts'
import { matchesPath } from './path.ts'

/** As `path`, where the query decides too: a name that stands in it, or one with this value. */
const url: Gate<[include: UrlPattern[], exclude: UrlPattern[]]> = ([include, exclude], { path, search = '' }) => {
  const asked = new URLSearchParams(search)
  const matches = (pattern: UrlPattern) => {
    if (typeof pattern === 'string') return matchesPath(pattern, path)
    const [name, value] = pattern
    return value === undefined ? asked.has(name) : asked.getAll(name).includes(value)
  }
  const reason = path + search
  return [
    { gate: 'include', passed: !include.length || include.some(matches), reason },
    { gate: 'exclude', passed: !exclude.some(matches), reason },
  ]
}
export default url
