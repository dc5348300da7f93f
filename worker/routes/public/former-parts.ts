import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { previewPath, surveyPath, whyPath } from '../../generated/widget.ts'

const survey = beside(surveyPath)
const more = beside(surveyPath.replace('survey', 'more'))

/** What stands in for the parts of another build, as modules under their names. */
const stead: Record<string, (hash: string) => string> = {
  survey: () => `export * from '${survey}'\n`,
  // It teaches the present survey; a page may have loaded another one before, and would show what that one can't ask.
  more: (hash) => `import { parts as loaded } from './survey-${agreed}.${hash}.js'
import { parts } from '${survey}'
import '${more}'
if (loaded !== parts) throw Error('this page is older than the survey')
`,
  why: () => `export * from '${beside(whyPath)}'\n`,
  preview: () => `import '${beside(previewPath)}'\n`,
}

/** The seam's agreement that the present parts keep. */
const agreed = surveyPath.slice('/a/survey-'.length, surveyPath.indexOf('.'))

/**
 * `GET /a/survey-1.HASH.js` and its like of another build, which a page or a loader from before a deploy names, or one that meets the other
 * half of it: files of the present one never come here. Where the number is the present agreement's they get the present part. Not by a
 * redirect: the second part adds to the first under its own address, and there may be only one of it. Else a module that fails, which the
 * loader tells the page as an event: a 404 would stand in the shop's console, for each survey.
 */
export const formerParts = new Hono<{ Bindings: Env }>().get(
  '/:file{(survey|more|why|preview)-[1-9]\\d{0,2}\\.[0-9a-f]{7}\\.js}',
  (c) => {
    const [part = '', number, hash = ''] = c.req.param('file').split(/[-.]/)
    const source = number === agreed ? stead[part]?.(hash) : undefined
    return c.body(source ?? "throw Error('this page is too old')\n", 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  },
)

function beside(path: string): string {
  return path.replace('/a', '.')
}
