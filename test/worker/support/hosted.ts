import { db, type Shop, send } from './shop.ts'

/** A survey's own page as a browser without scripts has it: its words, and the form it would send. */
export interface HostedPage {
  status: number
  html: string
  headers: Headers
  lang: string
  title: string
  /** Where its form goes. */
  action: string
  hidden: [name: string, value: string][]
  /** What is chosen or filled in already. */
  held: [name: string, value: string][]
}

export async function openPage(path: string, headers: Record<string, string> = {}): Promise<HostedPage> {
  return await readPage(await send(path, { headers, redirect: 'manual' }))
}

/** Presses the page's button with these fields, as a form without a script does. */
export async function press(
  page: HostedPage,
  fields: [string, string][] | Record<string, string>,
  headers: Record<string, string> = {},
): Promise<HostedPage> {
  const given = Array.isArray(fields) ? fields : Object.entries(fields)
  return await readPage(
    await send(page.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://earshot.test', ...headers },
      body: new URLSearchParams([...page.hidden, ...given]).toString(),
    }),
  )
}

async function readPage(answer: Response): Promise<HostedPage> {
  const html = await answer.text()
  const attributes = (tag: string, name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const inputs = html.match(/<input\b[^>]*>/g) ?? []
  const named = (of: string[]) => of.map((tag): [string, string] => [attributes(tag, 'name'), attributes(tag, 'value')])
  return {
    status: answer.status,
    html,
    headers: answer.headers,
    lang: /<html lang="([^"]*)"/.exec(html)?.[1] ?? '',
    title: unescaped(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '') ?? ''),
    action: unescaped(/<form method="post" action="([^"]*)"/.exec(html)?.[1] ?? ''),
    hidden: named(inputs.filter((tag) => tag.includes('type="hidden"'))),
    held: named(inputs.filter((tag) => / checked/.test(tag))),
  }
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The site's responses as they are stored. */
export async function storedAt(shop: Shop) {
  const { results } = await db
    .prepare(
      `SELECT responses.score, responses.comment, answers, texts, complete, seq, version, source, locale, respondent,
              responses.traits, order_info, submission, dimensions
       FROM responses JOIN segment_sets ON segment_sets.site = responses.site AND segment_sets.id = segment_set
       WHERE responses.site = ? ORDER BY responses.id`,
    )
    .bind(shop.site.id)
    .all<Record<string, string | number | null>>()
  return results
}
