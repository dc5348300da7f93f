import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Kept, ofMembers, ofShoppers, passedOn } from '../domain/privacy/kept.ts'
import { type Keeping, neverKeptBy, untilWords } from '../domain/privacy/words.ts'
import type { Env } from '../env.ts'
import { pageHeaders } from '../middleware/page-headers.ts'
import { notFound, problem } from '../middleware/problem.ts'
import { openDb } from '../store/db.ts'
import { findSiteByKey } from '../store/sites.ts'

/**
 * What is kept of people, made of the register that the database is held against: in general, and of one site with its own settings, for
 * its owner to link to. English alone.
 */
export const privacyPage = new Hono<{ Bindings: Env }>()
  .use(pageHeaders)
  .get('/', (c) => c.html(page('What Earshot keeps of people')))
  .get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  .get('/:key', async (c) => {
    const site = await findSiteByKey(openDb(c.env.DB), c.req.param('key'))
    return site ? c.html(page(`What ${site.name} keeps of your feedback`, site.settings)) : problem(c, notFound)
  })

const page = (title: string, keeping?: Keeping) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="/privacy/style.css">
</head>
<body><main>
<p class="mark">Earshot</p>
<h1>${title}</h1>
<p class="lead">Answers to feedback surveys are stored in the shop’s own account. This page is made from what the program stores, column by column; it
describes what happens, and takes the place of no lawyer.</p>

<h2 id="shoppers">Of shoppers</h2>
${kept(ofShoppers, keeping)}

<h2 id="not">What is not kept</h2>
<ul>${neverKeptBy(keeping).map((one) => html`<li>${one}</li>`)}</ul>

<h2 id="browser">In the shopper’s browser</h2>
<p>No cookie. In the shop page’s own storage: when a survey was last shown, answered or refused, so as not to ask too often; an answer that the network has not
taken yet, for seven days at most; and a survey half-finished, until the tab is closed. Where the shop waits for consent, nothing before it.</p>

<h2 id="others">Who else gets something</h2>
<ul>${passedOn.map((one) => html`<li>${one}</li>`)}</ul>

<h2 id="ways">Your ways to it</h2>
<p>“Delete my answer” stands beneath the thanks after answering, and takes the answer away at once. Later the shop can hand over all it has of you, or erase it, by
your customer number there, your e-mail address, or the key of an answer: write to the shop. What was erased does not come back, and its number leaves every score. The
provider’s own history of the database keeps it up to 30 days more, and a backup until it is replaced; whatever is restored from them is erased again.</p>

<h2 id="members">Of those who work with the answers</h2>
${kept(ofMembers, keeping)}
</main></body>
</html>`

const kept = (all: readonly (Kept & { erased?: boolean; handedOver?: boolean })[], keeping?: Keeping) =>
  all.map(({ what, why, until, erased, handedOver }) => {
    const [name, details] = what.split(': ')
    const asked = erased !== undefined && [handedOver ? 'handed over' : 'not handed over', erased ? 'erased' : 'not erased']
    return html`<section>
<h3>${name}</h3>${details && html`<p>${details[0]?.toUpperCase()}${details.slice(1)}</p>`}
<dl><dt>What for</dt><dd>${why}</dd><dt>How long</dt><dd>${untilWords(until, keeping)}</dd>${
      asked && html`<dt>If you ask</dt><dd>${asked.join(', ')}</dd>`
    }</dl>
</section>`
  })

const style = `
:root { color-scheme: light dark; font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
body { margin: 0; background: light-dark(#fbfaf8, #14171b); color: light-dark(#1b1f24, #e9ebee) }
main { max-width: 680px; margin: 0 auto; padding: 48px 24px 96px }
.mark { font-weight: 700; letter-spacing: -.01em; color: light-dark(#2f5d8a, #8ab8e6); margin: 0 0 32px }
h1 { font-size: clamp(26px, 5vw, 34px); line-height: 1.15; letter-spacing: -.02em; margin: 0 0 16px; text-wrap: balance }
h2 { font-size: 20px; letter-spacing: -.01em; margin: 56px 0 8px }
h3 { font-size: 16px; line-height: 1.45; font-weight: 600; margin: 0 } section p { margin: 2px 0 0 } section dl { margin-top: 8px }
p, li, dd { text-wrap: pretty; overflow-wrap: anywhere }
.lead { color: light-dark(#5b6470, #9aa3ae); margin: 0 }
section { padding: 20px 0; border-top: 1px solid light-dark(#e3e0da, #2a2f36) }
h2 + section { border-top: 0 }
dl { display: grid; grid-template-columns: 92px 1fr; gap: 4px 16px; margin: 0; font-size: 15px }
dt { color: light-dark(#5b6470, #9aa3ae) } dd { margin: 0 }
ul { padding-left: 20px; margin: 12px 0 } li { margin: 8px 0 }
`
