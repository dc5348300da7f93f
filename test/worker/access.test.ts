import { beforeAll } from 'vitest'
import { foreignIds } from './access/foreign-ids.ts'
import { forgery } from './access/forgery.ts'
import { prepareGround } from './access/ground.ts'
import { signInLinks } from './access/links.ts'
import { routesAndRoles } from './access/matrix.ts'
import { membersAndSessions } from './access/sessions.ts'
import { setup } from './access/setup.ts'

// One file, since each costs a start of workerd; the cases stand by topic in access/.
beforeAll(prepareGround)

routesAndRoles()
foreignIds()
membersAndSessions()
signInLinks()
setup()
forgery()
