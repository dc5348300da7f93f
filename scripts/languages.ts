// Writes docs/languages.md: which languages there are, and which of them still wait for a native reader.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formal } from '../worker/domain/languages.ts'
import type { Locale } from '../worker/domain/locale.ts'
import { root } from './lib/install.mjs'
import { readLocales } from './lib/locales.ts'

export const languagesPath = join(root, 'docs/languages.md')

/** The page, made of the languages' own files. */
export function languagesPage(locales: readonly Locale[]): string {
  const rows = locales.map(({ tag, name, dir, reviewed }) => `| \`${tag}\` | ${name} | ${dir} | ${reviewed ? 'yes' : 'draft'} |`)
  const languages = new Set(locales.map(({ tag }) => formal(tag))).size
  return `# Languages

The widget's own words and the standard questions of every metric are there in ${languages} languages. A survey in the standard wording is
offered in all of them; one with texts of its own in those for which it has every text (\`translations\`). The address \`informal\`
takes the \`-x-informal\` words where they are there.

A draft was written with care, but no native speaker has read it yet. Whoever does sets \`reviewed: true\` in its file in
\`worker/locales/\` and writes this page anew: \`node_modules/.bin/node scripts/languages.ts\`.

| tag | language | direction | read by a native speaker |
|---|---|---|---|
${rows.join('\n')}
`
}

if (import.meta.main) writeFileSync(languagesPath, languagesPage((await readLocales()).map(([, locale]) => locale)))
