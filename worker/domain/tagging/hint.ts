/** What helps to tell a comment's language: the page's, or where that isn't known the one the survey is written in. */
export function hinted<Row extends { survey: string; locale: string }>(
  rows: readonly Row[],
  surveys: readonly { id: string; draft: { locale: string } }[],
): Row[] {
  const locales = new Map(surveys.map(({ id, draft }) => [id, draft.locale]))
  return rows.map((row) => (row.locale === '' ? { ...row, locale: locales.get(row.survey) ?? '' } : row))
}
