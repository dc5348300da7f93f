import { Hono } from 'hono'
import { authenticate, type ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { sameOrigin } from '../../middleware/same-origin.ts'
import { findPersonByEmail } from '../../store/people.ts'
import { insertSession } from '../../store/sessions.ts'
import { newSession, setSessionCookie } from '../manage/sign-in.ts'
import { demoEmail } from './identity.ts'

/** One click signs in as the demo's manager; only where the demo is switched on. */
export const demoSignIn = new Hono<ManageEnv>().use(sameOrigin, authenticate).post('/', async (c) => {
  const person = c.env.DEMO === '1' ? await findPersonByEmail(c.get('db'), demoEmail) : undefined
  if (!person) return problem(c, notFound)
  const { session, token } = await newSession(c, c.get('now'))
  await insertSession(c.get('db'), { ...session, person: person.id })
  setSessionCookie(c, token)
  return c.redirect('/', 303)
})
