import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { surveyPath } from '../../generated/widget.ts'

/**
 * `GET /a/survey-HASH.js` and `/a/more-HASH.js` of an earlier build: files of the present one never come here. A loader cached
 * before a deploy still names them, and gets the present parts under their old names.
 */
export const formerUi = new Hono<{ Bindings: Env }>().get('/:file{(survey|more)-[0-9A-Za-z]{8,10}\\.js}', (c) => {
  const survey = surveyPath.replace('/a', '.')
  const isSurvey = c.req.param('file').startsWith('survey')
  // Not a redirect: the second part adds to the first under its own address, and there may be only one of it.
  const source = isSurvey ? `export * from '${survey}'\n` : `import '${survey.replace('survey', 'more')}'\n`
  return c.body(source, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
})
