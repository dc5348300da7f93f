import { beforeAll } from 'vitest'
import { openShop } from './ground.ts'
import { hostile } from './hostile.ts'
import { languages } from './languages.ts'

// One file, since each costs a start of the platform.
beforeAll(openShop)

hostile()
languages()
