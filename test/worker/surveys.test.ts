import { beforeAll } from 'vitest'
import { contents } from './surveys/contents.ts'
import { drafts } from './surveys/drafts.ts'
import { editing } from './surveys/editing.ts'
import { prepareGround } from './surveys/ground.ts'
import { loaders } from './surveys/loader.ts'
import { publishing } from './surveys/publishing.ts'
import { states } from './surveys/states.ts'

// One file, since each costs a start of workerd; the cases stand by topic in surveys/.
beforeAll(prepareGround)

drafts()
publishing()
states()
editing()
contents()
loaders()
