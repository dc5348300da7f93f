import type { LoaderConfig } from '../../contract/widget.ts'
import type { GateKind } from './gate.ts'

/** Each kind of gate as a JavaScript expression of its own. */
export type GateSources = Record<GateKind, string>

/** The loader as a page receives it: with its site's settings, and with those kinds of gate alone that the site's surveys use. */
export function bakeLoader(source: string, config: LoaderConfig, sources: GateSources): string {
  const used = new Set(config.surveys.flatMap((survey) => Object.keys(survey.gates)))
  const gates = Object.entries(sources)
    .filter(([kind]) => used.has(kind))
    .map(([kind, gate]) => `${kind}:${gate}`)
  // Functions, since `$&` in a replacement text would mean something.
  return source.replace('__EARSHOT_GATES__', () => `{${gates}}`).replace('__EARSHOT_CONFIG__', () => literal(config))
}

/** JSON is JavaScript but for `<`, which could end an inlined script, and the two line separators. */
function literal(value: object): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
