import { beforeAll } from 'vitest'
import { surveyAndAnswers } from './bad-input/answers.ts'
import { displays } from './bad-input/displays.ts'
import { prepareGround } from './bad-input/ground.ts'
import { identityAndReplay } from './bad-input/identity.ts'
import { originAndPaths } from './bad-input/origins.ts'
import { text } from './bad-input/text.ts'
import { traitsContextTime } from './bad-input/traits.ts'
import { bodyAndTransport } from './bad-input/transport.ts'

// One file, since each costs a start of workerd; the cases stand by topic in bad-input/.
beforeAll(prepareGround)

bodyAndTransport()
identityAndReplay()
surveyAndAnswers()
text()
traitsContextTime()
originAndPaths()
displays()
