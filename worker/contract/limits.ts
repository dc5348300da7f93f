/** Bounds that both sides of the wire keep to. Lengths are in code points unless a name says bytes. */
export const limits = {
  bodyBytes: 64 * 1024,
  bodyDepth: 8,
  comment: 5_000,
  locale: 35,
  traits: 50,
  traitKey: 64,
  traitValue: 256,
  dimensions: 8,
  valuesPerDimension: 200,
  questions: 30,
  choices: 50,
  displayEvents: 20,
  importRowsAtOnce: 5_000,
  importReasons: 100,
  /** The most of a file's start that a preview reads. */
  importPreviewBytes: 256 * 1024,
  /** Refusals a dry run may tell. */
  dryRunReasons: 5_000,
  feedPage: 200,
  note: 500,
  notesPerSite: 1_000,
  sharesPerSurvey: 100,
  sku: 64,
  productName: 200,
  productCategory: 100,
  catalogueProducts: 100_000,
  comparedProducts: 2_000,
  /** A submission may be continued, and an answer may be late, by this much. */
  lateMs: 7 * 24 * 60 * 60 * 1000,
} as const
