import type { Asked } from './marked-db.ts'
import { allTables } from './snapshot.ts'

/**
 * A statement as it would be were no row of a site in any table that it reads: a name that WITH defines stands before the table that is called so. What it
 * writes to is the table itself all the same.
 */
export function withoutSite({ sql, values }: Asked, site: string): Asked {
  const text = sql
    .replaceAll(/INDEXED BY \w+/g, '')
    // The number of a response is the next one of its second among all sites: whose the others are it doesn't tell.
    .replace('max(id) + 1 FROM responses', 'max(id) + 1 FROM main.responses')
  const hidden = allTables()
    .filter(({ name, owner }) => owner !== '' && text.includes(name) && mentions(text, name) && !defines(text, name))
    .map(({ name, owner }) => {
      const rowid = text.includes(`${name}.rowid`) ? 'rowid AS rowid, ' : ''
      return `${name} AS (SELECT ${rowid}* FROM main.${name} WHERE ${owner} IS NOT '${site}')`
    })
  if (hidden.length === 0) return { sql: text, values }
  const own = /^\s*WITH /i.exec(text)?.[0]
  return { sql: `WITH ${hidden.join(', ')}${own ? `, ${text.slice(own.length)}` : ` ${text}`}`, values }
}

const mentions = (text: string, table: string) => new RegExp(`\\b${table}\\b`).test(text)
const defines = (text: string, table: string) => new RegExp(`\\b${table}"? (\\([^)]*\\) )?AS \\(`, 'i').test(text)
