import { limits } from '../contract/limits.ts'

/** How much of a file's start a preview reads, and how many refusals a dry run tells; for the dashboard, which sends both. */
export const { importPreviewBytes, dryRunReasons } = limits
