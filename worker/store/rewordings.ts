import { sql } from 'kysely'
import type { Db } from './db.ts'

/**
 * The versions whose questions, or their wording in any language, differ from the version before; the first is no
 * change. Compared within the database: the wordings of forty languages need not travel.
 */
export const rewordingsOf = (db: Db, surveys: readonly string[]) =>
  db.query
    .selectFrom((versions) =>
      versions
        .selectFrom('survey_versions')
        .select([
          'survey',
          'version',
          'published_at',
          sql<0 | 1>`json_extract(definition, '$.questions') IS NOT lag(json_extract(definition, '$.questions')) OVER earlier
                     OR wordings IS NOT lag(wordings) OVER earlier`.as('differs'),
        ])
        .where('survey', 'in', surveys)
        .modifyEnd(sql`WINDOW earlier AS (PARTITION BY survey ORDER BY version)`)
        .as('versions'),
    )
    .select(['survey', 'version', 'published_at'])
    .where('version', '>', 1)
    .where('differs', '=', 1)
    .orderBy('published_at')

/** Every list of questions that was asked, the oldest first, as JSON; the same one once. */
export const questionListsOf = (db: Db, surveys: readonly string[]) =>
  db.query
    .selectFrom('survey_versions')
    .select(sql<string>`json_extract(definition, '$.questions')`.as('questions'))
    .where('survey', 'in', surveys)
    .groupBy('questions')
    .orderBy((version) => version.fn.max('version'))
