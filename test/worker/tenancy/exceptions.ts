/**
 * Declarations whose statement names a row by its number, its survey or its import, which the caller has found within the site just before, beside what the
 * predicate confines. Asked by another site with that row's number, which nobody can who hasn't found it, such a statement reaches the row. Of the
 * predicates in it, those count as noticed that are so when it is asked as it is.
 */
export const foundBefore: readonly string[] = [
  'store/imports.ts taken',
  'store/orders.ts namedCategories',
  'store/orders.ts readProductScores',
  'store/reorders.ts readReorders',
  'store/responses.ts insertOf',
  'store/retention.ts anonymiseSlice',
  'store/retention.ts deleteSlice',
]

/**
 * Predicates that say what another one in the same statement says already, for the index or to be safe twice, and which that is: they are looked at
 * without it.
 */
export const behind: Readonly<Record<string, string>> = {
  'store/respondents.ts listRows 5': 'store/respondents.ts listRows 6',
  'store/respondents.ts listRows 6': 'store/respondents.ts listRows 5',
  'store/tagged.ts listUntagged 2': 'store/tagged.ts listUntagged 3',
  'store/tagged.ts listUntagged 3': 'store/tagged.ts listUntagged 2',
  'store/tally.ts listOutcomes': 'store/tally.ts listOutcomes 2',
}
