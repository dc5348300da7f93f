import { html } from 'hono/html'
import type { Mail } from './mail.ts'

/** What a mail says, written once for its text and its HTML. */
export interface Letter {
  subject: string
  /** The headline. */
  title: string
  parts: readonly Part[]
  headers?: Mail['headers']
}

type Part = { kind: 'text' | 'soft'; text: string } | { kind: 'button'; text: string; href: string }

type Html = ReturnType<typeof html>

/** A letter as a mail to somebody. */
export function mailOf(letter: Letter, to: string): Mail {
  const { subject, headers } = letter
  return { to, subject, text: textOf(letter), html: pageOf(letter), ...(headers && { headers }) }
}

function textOf({ title, parts }: Letter): string {
  const said = parts.map((part) => (part.kind === 'button' ? `${part.text}:\n${part.href}` : part.text))
  return `${[title, ...said].join('\n\n')}\n`
}

/**
 * Tables and looks in each element, since mail programs drop or rewrite whatever else there is; no image, nothing fetched. Programs that
 * know dark pages take the style's colours, those that turn colours round by themselves find nothing but plain ones.
 */
const pageOf = ({ subject, title, parts }: Letter) =>
  html`<!DOCTYPE html>
<html lang="en">
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
  .mark { color: #8ab8e6 !important }
  .act { background-color: #8ab8e6 !important; border-color: #8ab8e6 !important; color: #14171b !important }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background-color:#fbfaf8">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#fbfaf8"><tr><td align="center" style="padding:32px 20px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px">
<tr><td class="mark" style="padding:0 0 24px;font:bold 16px/24px Arial,sans-serif;color:#2f5d8a">Earshot</td></tr>
<tr><td style="padding:0 0 12px"><h1 class="ink" style="margin:0;font:bold 22px/28px Arial,sans-serif;color:#1b1f24">${title}</h1></td></tr>
${parts.map(drawn)}
</table>
</td></tr></table>
</body>
</html>
`.toString()

function drawn(part: Part): Html {
  if (part.kind === 'button')
    return html`<tr><td style="padding:8px 0 24px"><a class="act" href="${part.href}" style="display:inline-block;padding:10px 28px;border:1px solid #2f5d8a;border-radius:22px;background-color:#2f5d8a;font:bold 16px/24px Arial,sans-serif;color:#ffffff;text-decoration:none">${part.text}</a></td></tr>
`
  const [tone, font, colour] = part.kind === 'soft' ? ['soft', '13px/20px', '#5b6470'] : ['ink', '16px/24px', '#1b1f24']
  return html`<tr><td class="${tone}" style="padding:0 0 16px;font:${font} Arial,sans-serif;color:${colour};word-break:break-word">${part.text}</td></tr>
`
}
