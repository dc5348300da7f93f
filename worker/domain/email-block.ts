import type { SurveyContent } from '../contract/widget.ts'
import { linkTo } from './survey-link.ts'

/**
 * The survey's scale for an e-mail: a table of links with its look in each element, as mail programs want it. A link only opens the
 * survey's page with its score chosen, since scanners open them all. `base` is the page's address, or a mailer's placeholder for it.
 */
export function emailBlock(
  content: SurveyContent,
  base: string,
  said: { location?: string | undefined; personal: boolean },
): string | null {
  const [question] = content.questions
  if (question?.type !== 'metric') return null
  const { locale, dir, asks, appearance } = content
  const { from, to, low, high } = question
  const points = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const width = Math.floor(100 / points.length)
  const colour = appearance.tokens['--edge-light'] ?? '#2f5d8a'
  const cells = points.map((score) => {
    const href = linkTo(base, { score, lang: locale, source: said.personal ? undefined : 'email', location: said.location })
    return `      <td width="${width}%" align="center" style="padding:2px"><a href="${escaped(href)}" style="display:block;padding:12px 0;border:1px solid ${colour};border-radius:8px;background-color:#ffffff;color:#1b1f24;font:600 16px/20px Arial,sans-serif;text-decoration:none">${score}</a></td>`
  })
  const soft = 'font:13px/18px Arial,sans-serif;color:#5b6470'
  return `<table role="presentation" lang="${escaped(locale)}" dir="${dir}" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:#ffffff">
  <tr><td style="padding:16px 12px 12px;font:600 18px/25px Arial,sans-serif;color:#1b1f24" align="${start}">${escaped(question.text)}</td></tr>
  <tr><td style="padding:0 10px">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
${cells.join('\n')}
    </tr></table>
  </td></tr>
  <tr><td style="padding:4px 12px 0">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
      <td align="${start}" style="${soft}">${escaped(low)}</td>
      <td align="${end}" style="${soft}">${escaped(high)}</td>
    </tr></table>
  </td></tr>
  <tr><td style="padding:10px 12px 16px;${soft}" align="${start}">${escaped(asks)}</td></tr>
</table>
`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
