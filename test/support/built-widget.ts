import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../scripts/lib/install.mjs'
import { loaderParts, loaderSource, surveyPath, whyPath } from '../../worker/generated/widget.ts'

export type BuiltWidget = Awaited<ReturnType<typeof builtWidget>>

/** The widget as it was built before the tests began, with the scripts browsers load by their path. */
export async function builtWidget() {
  const paths = [surveyPath, surveyPath.replace('survey', 'more'), '/w/core.js', whyPath]
  const read = async (path: string) => [path, await readFile(join(root, 'dist/assets', path), 'utf8')] as const
  return { loaderSource, loaderParts, surveyPath, whyPath, sources: new Map(await Promise.all(paths.map(read))) }
}
