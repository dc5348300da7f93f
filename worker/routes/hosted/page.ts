import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { newReceipt } from '../../domain/ids.ts'
import { directionOf } from '../../domain/languages.ts'
import type { Opened } from './opened.ts'

type Html = ReturnType<typeof html>

interface Page {
  status: 200 | 403 | 404 | 410 | 422 | 503
  title: string
  body: Html
  /** Whether something is asked or said that another person should not find on a device they share. */
  touched: boolean
  thanks?: boolean
}

/** A page of a survey, in its language and look. */
export function pageOf(c: Context, opened: Opened, { status, title, body, touched, thanks }: Page): Response | Promise<Response> {
  const { content, live, query, address } = opened
  const nonce = newReceipt()
  const kiosk = query.kiosk === '1'
  headers(c, nonce, kiosk)
  const { theme } = content.appearance
  return c.html(
    html`<!doctype html>
<html lang="${content.locale}" dir="${content.dir}" class="${theme === 'auto' ? '' : theme} ${kiosk ? 'kiosk' : ''}">
${head(`${title} – ${live.site.name}`, nonce, tokensOf(content.appearance.tokens))}
<body${kiosk ? html` data-start="${address}" data-rest="${thanks ? 8 : touched ? 45 : 0}"` : ''}>
<main class="${thanks ? 'thanks' : ''}">
<p class="site"><bdi>${live.site.name}</bdi></p>
${body}
</main>
${thanks ? '' : foot(opened, kiosk)}
${kiosk ? html`<script src="/w/kiosk.js" async></script>` : ''}
</body>
</html>`,
    status,
  )
}

/** Where there is no survey, or none any more: one page for all who ask in vain. */
export function emptyPage(c: Context, status: 404 | 410 | 503, locale: string, text: string): Response | Promise<Response> {
  const nonce = newReceipt()
  headers(c, nonce, false)
  return c.html(
    html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
${head(text, nonce, '')}
<body><main class="empty"><h1>${text}</h1></main></body>
</html>`,
    status,
  )
}

const head = (title: string, nonce: string, tokens: string) => html`<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/w/page.css">
${tokens && html`<style nonce="${nonce}">${raw(tokens)}</style>`}
</head>`

/** Who asks, and why; a device in a shop leads nowhere else. */
function foot({ content }: Opened, kiosk: boolean): Html {
  const { privacy } = content
  const words = content.words.privacy
  return html`<footer><span>${content.asks}</span>${
    !kiosk && privacy && /^https?:/.test(privacy) ? html` <a href="${privacy}" target="_blank" rel="noopener">${words}</a>` : ''
  }</footer>`
}

/**
 * Custom properties as a rule, after the sheet. What was checked when it was saved is checked again: old rows too must not
 * end the sheet and begin something else. A font's quotes that don't match only spoil what comes after them, which is nothing.
 */
function tokensOf(tokens: Record<string, string>): string {
  const safe = Object.entries(tokens).filter(([, value]) => /^[\p{L}\p{N} "',_#.-]*$/u.test(value))
  return `:root{${safe.map(([name, value]) => `${name}:${value}`).join(';')}}`
}

function headers(c: Context, nonce: string, kiosk: boolean): void {
  const scripts = kiosk ? "; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'" : ''
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self' 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'${scripts}`,
  )
  // The address of a personal link is a secret. Not `no-referrer`: forms would then come from the origin "null".
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Robots-Tag', 'noindex')
  c.header('Cache-Control', 'no-store')
}
