import { html } from 'hono/html'

/** A page the worker draws itself: a title, a sentence and what can be done, without a script. */
export const ownPage = (
  title: string,
  text: string,
  action: ReturnType<typeof html> | '',
  language = 'en',
) => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title}</title><link rel="stylesheet" href="/login/style.css">
</head>
<body><main><p class="mark">Earshot</p><h1>${title}</h1><p>${text}</p>${action}</main></body>
</html>`
