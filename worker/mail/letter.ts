import { html } from 'hono/html'
import { directionOf } from '../domain/languages.ts'
import type { Mail } from './mail.ts'

/** What a mail says, written once for its text and its HTML. */
export interface Letter {
  subject: string
  /** Whose letter it is; Earshot's where it isn't said. */
  mark?: string
  /** The headline, where it has one. */
  title?: string
  /** As of `lang` in HTML; English where it isn't said. */
  language?: string
  parts: readonly Part[]
  headers?: Mail['headers']
}

/** `figure`: a number, and what is to be said of it; `row`: what it is, and a number; `quote`: somebody's words, and whose. */
export type Part =
  | { kind: 'text' | 'soft' | 'heading'; text: string }
  | { kind: 'button' | 'link'; text: string; href: string }
  | { kind: 'figure' | 'quote'; text: string; notes: readonly string[] }
  | { kind: 'row'; text: string; value: string; note: string }

type Html = ReturnType<typeof html>

/** A letter as a mail to somebody. */
export function mailOf(letter: Letter, to: string): Mail {
  const { subject, headers } = letter
  return { to, subject, text: textOf(letter), html: pageOf(letter), ...(headers && { headers }) }
}

function textOf({ title, parts }: Letter): string {
  return `${[...(title === undefined ? [] : [title]), ...parts.map(written)].join('\n\n')}\n`
}

function written(part: Part): string {
  const { text } = part
  if (part.kind === 'button' || part.kind === 'link') return `${text}:\n${part.href}`
  if (part.kind === 'heading') return `${text}\n${'-'.repeat(Math.min(text.length, 60))}`
  if (part.kind === 'figure') return [text, ...part.notes].join('\n')
  if (part.kind === 'quote') return [...text.split('\n').map((line) => `> ${line}`), ...part.notes].join('\n')
  if (part.kind === 'row') return `${part.value}  ${text}\n${part.note}`
  return text
}

/**
 * Tables and looks in each element, since mail programs drop or rewrite whatever else there is; no image, nothing fetched. Programs that
 * know dark pages take the style's colours, those that turn colours round by themselves find nothing but plain ones.
 */
const pageOf = ({ subject, mark = 'Earshot', title, language = 'en', parts }: Letter) =>
  html`<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>
@media (prefers-color-scheme: dark) {
  .paper { background-color: #14171b !important }
  .ink { color: #e9ebee !important }
  .soft { color: #9aa3ae !important }
  .rule { border-color: #333a43 !important }
  .mark { color: #8ab8e6 !important }
  .act { background-color: #8ab8e6 !important; border-color: #8ab8e6 !important; color: #14171b !important }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background-color:#fbfaf8">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#fbfaf8"><tr><td align="center" style="padding:32px 20px">
<table role="presentation" width="520" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:520px">
<tr><td class="mark" style="padding:0 0 24px;font:bold 16px/24px Arial,sans-serif;color:#2f5d8a">${mark}</td></tr>
${title === undefined ? '' : headline(title)}${parts.map(drawn)}
</table>
</td></tr></table>
</body>
</html>
`.toString()

const headline = (title: string): Html =>
  html`<tr><td style="padding:0 0 12px"><h1 class="ink" style="margin:0;font:bold 22px/28px Arial,sans-serif;color:#1b1f24">${title}</h1></td></tr>
`

function drawn(part: Part): Html {
  const { text } = part
  switch (part.kind) {
    case 'button':
      return html`<tr><td style="padding:8px 0 24px"><a class="act" href="${part.href}" style="display:inline-block;padding:10px 28px;border:1px solid #2f5d8a;border-radius:22px;background-color:#2f5d8a;font:bold 16px/24px Arial,sans-serif;color:#ffffff;text-decoration:none">${text}</a></td></tr>
`
    case 'link':
      return html`<tr><td style="padding:0 0 16px;font:13px/20px Arial,sans-serif"><a class="soft" href="${part.href}" style="color:#5b6470;text-decoration:underline">${text}</a></td></tr>
`
    case 'heading':
      return html`<tr><td class="rule" style="padding:16px 0 8px;border-top:1px solid #dcd9d3"><h2 class="ink" style="margin:0;font:bold 16px/24px Arial,sans-serif;color:#1b1f24;word-break:break-word">${text}</h2></td></tr>
`
    case 'figure':
      return html`<tr><td class="ink" style="padding:0 0 4px;font:bold 40px/48px Arial,sans-serif;color:#1b1f24">${text}</td></tr>
<tr><td class="ink" style="padding:0 0 16px;font:14px/21px Arial,sans-serif;color:#1b1f24">${lines(part.notes)}</td></tr>
`
    case 'quote':
      return html`<tr><td style="padding:0 0 16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="padding:0 0 0 14px;border-left:3px solid #dcd9d3;word-break:break-word"><span class="ink" style="font:16px/24px Arial,sans-serif;color:#1b1f24">${lines(text.split('\n'))}</span><br><span class="soft" style="font:13px/20px Arial,sans-serif;color:#5b6470">${lines(part.notes)}</span></td></tr></table></td></tr>
`
    case 'row':
      return html`<tr><td style="padding:0 0 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td width="76" valign="top" class="ink" style="width:76px;font:bold 16px/22px Arial,sans-serif;color:#1b1f24;white-space:nowrap">${part.value}</td><td valign="top" style="word-break:break-word"><span class="ink" style="font:16px/22px Arial,sans-serif;color:#1b1f24">${text}</span><br><span class="soft" style="font:13px/20px Arial,sans-serif;color:#5b6470">${part.note}</span></td></tr></table></td></tr>
`
  }
  const [tone, font, colour] = part.kind === 'soft' ? ['soft', '13px/20px', '#5b6470'] : ['ink', '16px/24px', '#1b1f24']
  return html`<tr><td class="${tone}" style="padding:0 0 16px;font:${font} Arial,sans-serif;color:${colour};word-break:break-word">${lines(text.split('\n'))}</td></tr>
`
}

const lines = (said: readonly string[]) => said.map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))
