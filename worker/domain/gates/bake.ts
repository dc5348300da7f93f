import type { DraftAbout, LoaderConfig, SurveyGates } from '../../contract/widget.ts'
import { previewName } from '../preview.ts'
import type { GateKind } from './gate.ts'

/** What the loader can learn of a page and its visitor, each the file of its name in widget/loader/senses. */
export const senses = ['device', 'locale', 'country', 'landing', 'visitor', 'search', 'trigger', 'ask'] as const
export type Sense = (typeof senses)[number]

/** What a shopper can do, each the file of its name in widget/loader/triggers. */
export const triggerTypes = ['scroll', 'exit', 'idle', 'visible', 'click'] as const
export type TriggerType = (typeof triggerTypes)[number]

/** Each of these as a JavaScript expression of its own. */
export interface LoaderParts {
  gates: Record<GateKind, string>
  senses: Record<Sense, string>
  triggers: Record<TriggerType, string>
  /** What stands before a loader while drafts are previewed. */
  preview: string
  /** What stands before it while somebody asks whether the tag is on a page. */
  check: string
}

/**
 * The loader as a page receives it: with its site's settings, and of gates and senses those alone that the site's surveys use,
 * and senses that are needed besides.
 */
export function bakeLoader(source: string, config: LoaderConfig, parts: LoaderParts, needed: readonly Sense[] = []): string {
  // Functions, since `$&` in a replacement text would mean something.
  return withSenses(source, config, parts, needed)
    .replace('__EARSHOT_GATES__', () => gatesFor(config, parts))
    .replace('__EARSHOT_CONFIG__', () => literal(config))
}

/** The loader of a site with links to drafts: on a page opened by one it makes way. `why` is the panel's path. */
export function bakePreview(loader: string, config: LoaderConfig, { preview }: LoaderParts, why: string): string {
  return `if(!(${preview})(${literal(config)},${literal(previewName)},${literal(why)})){${loader}}`
}

/**
 * The loader of a draft. The panel that says why comes beside it and is given the very settings and gates it weighs, to put words to
 * them: what stands for them in the source are names here.
 */
export function bakeDraft(
  source: string,
  config: LoaderConfig,
  parts: LoaderParts,
  { why, about, needed }: { why: string; about: DraftAbout; needed: readonly Sense[] },
): string {
  const [settings, gates] = ['__EARSHOT_CONFIG__', '__EARSHOT_GATES__']
  const panel = `import(${literal(config.host + why)}).then(p=>p.open(${settings},${gates},${literal(about)}),()=>{})`
  const named = `const ${settings}=${literal(config)},${gates}=${gatesFor(config, parts)}`
  return `{${named};${withSenses(source, config, parts, needed)};${panel}}`
}

function gatesFor({ surveys }: LoaderConfig, parts: LoaderParts): string {
  return object(parts.gates, new Set(surveys.flatMap(({ gates }) => Object.keys(gates))))
}

function withSenses(source: string, { surveys }: LoaderConfig, parts: LoaderParts, needed: readonly Sense[]): string {
  const gates = surveys.map((survey) => survey.gates)
  const felt = new Set([...gates.flatMap(sensesOf), ...needed])
  const types = new Set(gates.flatMap(({ triggers = [] }) => triggers.map((trigger) => trigger.split(' ')[0] ?? '')))
  return source.replace('__EARSHOT_SENSES__', () =>
    felt.size ? feeling(picked(parts.senses, felt), object(parts.triggers, types)) : 'Object',
  )
}

/** The loader of a site whose owner asks whether the tag is on a page. */
export function bakeCheck(loader: string, config: LoaderConfig, { check }: LoaderParts): string {
  return `(${check})(${literal({ ...config, surveys: [] })});${loader}`
}

/** What a survey's gates ask about that a loader doesn't know anyway. */
export function sensesOf({ url, sample, conditions = [], triggers }: SurveyGates): Sense[] {
  const facts = conditions.flatMap(({ on }): Sense[] => {
    if (on === 'language' || on === 'locale') return ['locale']
    if (on === 'visit') return ['visitor']
    if (on === 'referrer' || on.startsWith('utm_')) return ['landing']
    return on === 'device' || on === 'country' ? [on] : []
  })
  return [
    ...facts,
    ...(url ? (['search'] as const) : []),
    ...(sample ? (['visitor'] as const) : []),
    ...(triggers ? (['trigger'] as const) : []),
  ]
}

/** One function of all that is asked; a page that takes its consent back and gives it again feels once. */
function feeling(chosen: [string, string][], triggers: string): string {
  return `((c,l,g)=>{c.felt??=[${chosen.map(([, code]) => code)}].map(s=>s(c,l,g,${triggers}))})`
}

function object(sources: Record<string, string>, used: ReadonlySet<string>): string {
  return `{${picked(sources, used).map(([name, code]) => `${name}:${code}`)}}`
}

function picked(sources: Record<string, string>, used: ReadonlySet<string>): [string, string][] {
  return Object.entries(sources).filter(([name]) => used.has(name))
}

/**
 * JSON is JavaScript but for `<`, which could end an inlined script, and the two line separators. Names go without their quotes: a
 * text that looks like one holds escaped quotes, and one that ends in a backslash has another before it.
 */
function literal(value: object | string): string {
  return JSON.stringify(value)
    .replace(/"(?:[^"\\]|\\.)*"(:)?/g, (text, colon) => (colon && /^"[a-z]\w*":$/i.test(text) ? `${text.slice(1, -2)}:` : text))
    .replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
