/** A place in the worker's source that confines what is read or written to one site. */
export interface Predicate {
  id: number
  /** File, declaration and, where that has several, which of them: stays while lines move. */
  name: string
  text: string
}

/** A declaration with queries. */
export interface Queries {
  /** File and declaration. */
  name: string
  /** The tables it mentions, each as often as it does. */
  tables: string[]
  predicates: number
}

interface Found {
  at: number
  text: string
  marked: (id: number) => string
}

/** As SQL they are comments: the database is asked what a deployed worker asks it. */
const around = (id: number, sql: string) => `/*<${id}*/${sql}/*${id}>*/`
const compared = (id: number, one: string, other: string) => `__sql\`${around(id, `\${${one}} = \${${other}}`)}\``
const column = (name: string) => (name.startsWith('sql') ? name : `__sql.ref(${name})`)

/** Every form in which the worker's code names the site that it stays within, and how a mark is put around it. */
const forms: [form: RegExp, marked: (id: number, ...parts: string[]) => string][] = [
  // .where('surveys.site', '=', site), .where(sql`+site`, '=', site)
  [
    /\.(where|on)\(('(?:\w+\.)?site'|sql`\+(?:\w+\.)?site`), '=', ([\w.]+)\)/g,
    (id, verb = '', one = '', other = '') => `.${verb}(${compared(id, column(one), other)})`,
  ],
  // .onRef('segment_sets.site', '=', 'responses.site')
  [
    /\.(where|on)Ref\(('\w+\.(?:site|id)'), '=', ('\w+\.site')\)/g,
    (id, verb = '', one = '', other = '') => `.${verb}(${compared(id, column(one), column(other))})`,
  ],
  // .innerJoin('sites', 'sites.id', 'members.site')
  [
    /Join\(('\w+'), ('\w+\.(?:site|id)'), ('\w+\.site'|'sites\.id')\)/g,
    (id, table = '', one = '', other = '') => `Join(${table}, (join) => join.on(${compared(id, column(one), column(other))}))`,
  ],
  // .selectFrom('sites').selectAll().where('id', '=', id): the site itself
  [
    /(?<=(?:selectFrom|updateTable)\('sites'\)[^\n]*)\.where\('(id|key)', '=', ([\w.]+)\)/g,
    (id, one = '', other = '') => `.where(${compared(id, column(`'${one}'`), other)})`,
  ],
  // In SQL by hand: site = ?1, +responses.site = ${site}, contacts.site = sites.id
  [/(?<![\w.])\+?(?:\w+\.)?site = (?:\?\d*|\$\{[\w.]+\})/g, (id) => around(id, '')],
  [/\b\w+\.site = (?:\w+\.site\b|sites\.id\b)/g, (id) => around(id, '')],
  [/\bsites\.id = \$\{\w+\}/g, (id) => around(id, '')],
  // In a query of the full-text index.
  [/scope:"\$\{[^}]+\}" AND /g, (id) => around(id, '')],
  // In code: site.id !== c.req.valid('param').id, sites.find(({ id }) => id === named)
  [
    /[\w.?]*\bsite\.id (?:===|!==) (?:c\.req\.valid\('param'\)|\w+)[\w.]*|\bid === (?:site\.id|named)\b/g,
    (id) => `__tenant.keep(${id}, `,
  ],
]

const declaration = /^(?:export )?(?:default )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm
const mention = /(?:selectFrom|updateTable|deleteFrom|Join)\('(\w+)(?: as \w+)?'|\b(?:FROM|JOIN|UPDATE(?: OR \w+)?) (\w+)\b/g

/** A source file with a mark around each predicate, `first` being the first's id. */
export function markPredicates(file: string, source: string, first: number) {
  const found: Found[] = []
  for (const [form, marked] of forms)
    for (const match of source.matchAll(form)) {
      const [text, ...parts] = match
      const made = (id: number) => {
        const so = marked(id, ...parts)
        if (so.startsWith('__tenant')) return `${so}${text})`
        return so === around(id, '') ? around(id, text) : so
      }
      if (!found.some(({ at, text: other }) => at < match.index + text.length && match.index < at + other.length))
        found.push({ at: match.index, text, marked: made })
    }
  found.sort((a, b) => a.at - b.at)

  const names = [...source.matchAll(declaration)].map((match) => ({ at: match.index, name: match[1] ?? '' }))
  const within = (at: number) => `${file} ${names.findLast((one) => one.at <= at)?.name ?? ''}`.trim()
  const counted = new Map<string, number>()
  const numbered = (name: string) => {
    const n = (counted.get(name) ?? 0) + 1
    counted.set(name, n)
    return n === 1 ? name : `${name} ${n}`
  }
  const predicates = found.map(({ at, text }, i): Predicate => ({ id: first + i, name: numbered(within(at)), text }))

  const queries = new Map<string, Queries>()
  const at = (name: string) => queries.get(name) ?? { name, tables: [], predicates: 0 }
  for (const match of source.matchAll(mention)) {
    const name = within(match.index)
    queries.set(name, { ...at(name), tables: [...at(name).tables, match[1] ?? match[2] ?? ''] })
  }
  for (const one of found) {
    const name = within(one.at)
    queries.set(name, { ...at(name), predicates: at(name).predicates + 1 })
  }

  let code = found.length > 0 ? "import { sql as __sql } from 'kysely';" : ''
  let end = 0
  found.forEach(({ at, text, marked }, i) => {
    code += source.slice(end, at) + marked(first + i)
    end = at + text.length
  })
  return { code: code + source.slice(end), predicates, queries: [...queries.values()] }
}
