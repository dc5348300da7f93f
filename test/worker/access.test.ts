import { beforeAll } from 'vitest'
import { auditLog } from './access/audit.ts'
import { foreignIds } from './access/foreign-ids.ts'
import { forgery } from './access/forgery.ts'
import { freshSignIn } from './access/fresh-sign-in.ts'
import { prepareGround } from './access/ground.ts'
import { invitations } from './access/invitations.ts'
import { keys } from './access/keys.ts'
import { signInLinks } from './access/links.ts'
import { routesAndRoles } from './access/matrix.ts'
import { parts } from './access/parts.ts'
import { membersAndSessions } from './access/sessions.ts'
import { setup } from './access/setup.ts'
import { tokens } from './access/tokens.ts'

// One file, since each costs a start of workerd; the cases stand by topic in access/.
beforeAll(prepareGround)

routesAndRoles()
foreignIds()
membersAndSessions()
freshSignIn()
signInLinks()
invitations()
tokens()
parts()
keys()
auditLog()
setup()
forgery()
