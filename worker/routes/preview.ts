import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../env.ts'
import { previewPath, surveyPath } from '../generated/widget.ts'

/**
 * `GET /preview`: the page in the editor's preview. It holds nothing of anybody; the editor tells it what to show. Sandboxed it has an
 * origin of its own, and whatever a survey does there, nothing can be sent.
 */
const policy = [
  'sandbox allow-scripts allow-forms',
  "default-src 'none'",
  "script-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

export const previewPage = new Hono<{ Bindings: Env }>().get('/', (c) => {
  c.header('Content-Security-Policy', policy)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cache-Control', 'no-cache')
  return c.html(page)
})

const page = html`<!doctype html>
<html lang="en" data-ui="${surveyPath}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>A page of a shop</title>
</head>
<body>
<div class="shop" aria-hidden="true"><header></header><i></i><i></i><i></i>
<div class="wares"><b></b><b></b><b></b><b></b><b></b></div></div>
<div class="shop"><div id="place"></div></div>
<script type="module" src="${previewPath}"></script>
</body>
</html>`
