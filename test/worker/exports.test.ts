import { beforeAll } from 'vitest'
import { broken } from './exports/broken.ts'
import { files } from './exports/files.ts'
import { filters } from './exports/filters.ts'
import { prepareGround } from './exports/ground.ts'
import { hostile } from './exports/hostile.ts'
import { roundTrip } from './exports/round-trip.ts'

// One file, since each costs a start of workerd; the cases stand by topic in exports/.
beforeAll(prepareGround)

files()
filters()
hostile()
roundTrip()
broken()
