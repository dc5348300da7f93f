import { afterEach, beforeAll, vi } from 'vitest'
import { compared } from './reports/compared.ts'
import { drivers } from './reports/drivers.ts'
import { prepareGround } from './reports/ground.ts'
import { localDays } from './reports/local-days.ts'
import { marks } from './reports/marks.ts'
import { pooled } from './reports/pooled.ts'
import { questions } from './reports/questions.ts'
import { sums } from './reports/sums.ts'

// One file, since each costs a start of workerd; the cases stand by topic in reports/.
beforeAll(prepareGround)
afterEach(() => {
  vi.restoreAllMocks()
})

compared()
pooled()
marks()
questions()
drivers()
localDays()
sums()
