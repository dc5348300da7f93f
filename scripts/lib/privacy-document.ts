import { type Kept, ofMembers, ofShoppers, others, passedOn } from '../../worker/domain/privacy/kept.ts'
import { neverKeptBy, untilWords } from '../../worker/domain/privacy/words.ts'

/** docs/privacy.md: what is kept of people, with the columns it stands in. */
export function privacyDocument(): string {
  return `# What is kept of people

<!-- Made by \`node scripts/privacy.ts\` out of worker/domain/privacy/kept.ts. -->

Every installation serves this without the columns at \`/privacy\`, and with a site's own settings at \`/privacy/SITE_KEY\`, for its owner to link to. What lies in the
shopper's browser, and what is sent when, says [consent.md](consent.md); how long answers are kept is set as [upkeep.md](upkeep.md#how-long-answers-are-kept) says. A test
holds the columns against the migrated database, and erases and hands over a person who stands in them (\`test/worker/privacy.test.ts\`).

## Of shoppers

${tableOf(ofShoppers)}

## Of members

${tableOf(ofMembers)}

## What is not kept

${neverKeptBy()
  .map((one) => `- ${one}`)
  .join('\n')}

## Who else gets something

${passedOn.map((one) => `- ${one}`).join('\n')}

## Columns that say nothing of anybody

${Object.entries(others)
  .map(([table, columns]) => `- \`${table}\`: ${columns.split(' ').join(', ')}`)
  .join('\n')}
`
}

function tableOf(all: readonly (Kept & { erased?: boolean; handedOver?: boolean })[]): string {
  const rows = all.map(({ what, why, until, columns, erased, handedOver }) => {
    const asked = erased === undefined ? [] : [handedOver ? 'yes' : 'no', erased ? 'yes' : 'no']
    const where = Object.entries(columns).map(([table, names]) => `\`${table}\`: ${names.split(' ').join(', ')}`)
    return `| ${[what, why, untilWords(until), ...asked, where.join('; ')].join(' | ')} |`
  })
  const asked = all.some(({ erased }) => erased !== undefined) ? ['handed over', 'erased'] : []
  const heads = ['what', 'what for', 'how long', ...asked, 'columns']
  return [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...rows].join('\n')
}
