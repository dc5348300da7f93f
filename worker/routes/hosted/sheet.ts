import type { Context } from 'hono'
import { html } from 'hono/html'
import type { WidgetQuestion } from '../../contract/widget.ts'
import { filled } from '../../domain/asking.ts'
import type { Answers } from '../../domain/branching.ts'
import { isWebLink } from '../../domain/link.ts'
import { categoryFor, pagesOf } from './asked.ts'
import { fieldOf, tick } from './fields.ts'
import type { Opened } from './opened.ts'
import { pageOf } from './page.ts'

interface Sheet {
  submission: string
  at: number
  /** What the fields hold. */
  answers: Answers
  /** What is wrong, by question. */
  faults?: Record<string, string>
  /** The answer could not be stored: what was typed stands there still. */
  failed?: boolean
  /** Whether anybody has answered yet. */
  touched: boolean
}

/** One page of questions with its button. */
export function sheetPage(c: Context, opened: Opened, sheet: Sheet): Response | Promise<Response> {
  const { content, words, address } = opened
  const { at, answers, faults = {}, failed = false } = sheet
  const pages = pagesOf(opened, answers)
  const questions = pages[at] ?? []
  const isLast = at + 1 >= pages.length
  const step = words.step.replace('{n}', `${at + 1}`).replace('{max}', `${pages.length}`)
  const body = html`<form method="post" action="${address}" autocomplete="${opened.query.kiosk ? 'off' : 'on'}">
${pages.length > 1 ? html`<p class="step"><progress value="${at + 1}" max="${pages.length}" aria-hidden="true"></progress>${step}</p>` : ''}
${questions.map((question, i) => ask(opened, question, { first: i === 0, title: `q${i}`, answers, fault: faults[question.id] }))}
${failed ? html`<p class="fault" role="alert">${words.failed}</p>` : ''}
<input type="hidden" name="submission" value="${sheet.submission}">
<input type="hidden" name="version" value="${opened.version}">
${questions.map(({ id }) => html`<input type="hidden" name="asked" value="${id}">`)}
<div class="row"><button type="submit" class="send">${isLast ? words.send : words.next}</button>${
    at > 0 ? html`<button type="submit" class="back" name="go" value="back" formnovalidate>${words.back}</button>` : ''
  }</div>
</form>`
  const [first] = questions
  return pageOf(c, opened, {
    status: failed ? 503 : Object.keys(faults).length > 0 ? 422 : 200,
    title: first ? wordingOf(opened, first, answers) : content.thanks.title,
    body,
    touched: sheet.touched,
  })
}

interface Asked {
  first: boolean
  title: string
  answers: Answers
  fault: string | undefined
}

function ask(opened: Opened, question: WidgetQuestion, { first, title, answers, fault }: Asked) {
  const { words } = opened
  const wording = wordingOf(opened, question, answers)
  const field = { title, fault, answers, words }
  const inner = html`${wording}${question.optional && html`<small> (${words.optional})</small>`}`
  const body =
    question.type === 'statement' && question.body ? { ...question, body: fill(opened, question.body, answers) } : question
  const heading =
    question.type === 'consent'
      ? html`<label class="tick" for="${title}-tick">${tick(question, field)}<span>${inner}</span></label>`
      : inner
  return html`<div class="ask">${first ? html`<h1 id="${title}">${heading}</h1>` : html`<h2 id="${title}">${heading}</h2>`}
${fieldOf(body, field)}
${fault ? html`<p class="fault" id="${title}-fault">⚠ ${fault}</p>` : ''}</div>`
}

/** The end: thanks in the words of the score, with what the shop gives and where it leads. */
export function thanksPage(c: Context, opened: Opened, submission: string, answers: Answers): Response | Promise<Response> {
  const { content, words, query, address } = opened
  const { thanks } = content
  const category = categoryFor(opened, answers)
  const ending = (category && thanks.by?.[category]) || thanks
  // A device in a shop stays where it is.
  const links = query.kiosk ? [] : [ending.link, thanks.review].filter((one) => one && isWebLink(one.url))
  const onward = !query.kiosk && ending.redirect && isWebLink(ending.redirect) ? ending.redirect : ''
  const title = fill(opened, ending.title, answers)
  const body = html`<h1>${title}</h1>
<p>${fill(opened, ending.text, answers)}</p>
${ending.coupon ? html`<p class="coupon"><code>${ending.coupon}</code></p>` : ''}
${links.map((one) => one && html`<p><a class="send" href="${one.url}" rel="noopener">${one.text}</a></p>`)}
${onward ? html`<p><a class="onward" href="${onward}" rel="noopener"><bdi>${new URL(onward).host}</bdi></a></p>` : ''}
<form method="post" action="${address}"><input type="hidden" name="submission" value="${submission}"><input type="hidden" name="version" value="${opened.version}"><button type="submit" class="plain" name="go" value="erase">${words.erase}</button></form>`
  return pageOf(c, opened, { status: 200, title, body, touched: true, thanks: true })
}

/** What was said is gone. */
export function erasedPage(c: Context, opened: Opened): Response | Promise<Response> {
  const body = html`<h1>${opened.words.erased}</h1>`
  return pageOf(c, opened, { status: 200, title: opened.words.erased, body, touched: true, thanks: true })
}

function wordingOf(opened: Opened, question: WidgetQuestion, answers: Answers): string {
  const category = categoryFor(opened, answers)
  return fill(opened, (category && question.textBy?.[category]) || question.text, answers)
}

const fill = ({ content, link }: Opened, text: string, answers: Answers) => filled(text, content.questions, answers, link?.traits)
