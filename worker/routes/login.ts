import { Hono } from 'hono'
import { html } from 'hono/html'
import { sha256 } from '../domain/secrets.ts'
import { authenticate, type ManageEnv } from '../middleware/authenticate.ts'
import { pageHeaders } from '../middleware/page-headers.ts'
import { sameOrigin } from '../middleware/same-origin.ts'
import { consumeLoginToken, loginTokenExists } from '../store/login-tokens.ts'
import { newSession, setSessionCookie } from './manage/sign-in.ts'
import { ownPage } from './own-page.ts'

/**
 * Opening a sign-in link shows a button; only pressing it uses the link up, since mail scanners and
 * chat previews open links on their own.
 */
export const loginPage = new Hono<ManageEnv>()
  .use(pageHeaders, sameOrigin, authenticate)
  .get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  .get('/:token', async (c) => {
    const usable = await loginTokenExists(c.get('db'), await sha256(c.req.param('token')), c.get('now'))
    return usable
      ? c.html(
          ownPage(
            'Sign in to Earshot',
            'This link works once.',
            html`<form method="post"><button autofocus>Sign in</button></form>`,
          ),
        )
      : c.html(usedUp(), 410)
  })
  .post('/:token', async (c) => {
    const { db, now, actor } = c.var
    const { session, token } = await newSession(c, now)
    // A session from before is ended: what signs in now is a new one.
    if (!(await consumeLoginToken(db, await sha256(c.req.param('token')), session, actor?.session?.id)))
      return c.html(usedUp(), 410)
    setSessionCookie(c, token)
    return c.redirect('/', 303)
  })

const usedUp = () =>
  ownPage(
    'This link has been used or has expired',
    'Links work once and for a short time.',
    html`<p><a href="/sign-in">Ask for a new one</a></p>`,
  )

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#fbfaf8, #14171b); color: light-dark(#1b1f24, #e9ebee) }
main { padding: 24px; max-width: 360px; text-align: center }
.mark { font-weight: 700; letter-spacing: -.01em; color: light-dark(#2f5d8a, #8ab8e6); margin: 0 0 24px }
h1 { font-size: 22px; letter-spacing: -.015em; margin: 0 0 8px } p { color: light-dark(#5b6470, #9aa3ae); margin: 0 0 24px } a { color: inherit }
button { font: inherit; font-weight: 600; padding: 12px 32px; border: 0; border-radius: 999px; cursor: pointer; background: light-dark(#2f5d8a, #8ab8e6); color: light-dark(#fff, #14171b) }
button:focus-visible, a:focus-visible { outline: 3px solid light-dark(#2f5d8a, #8ab8e6); outline-offset: 3px }
`
