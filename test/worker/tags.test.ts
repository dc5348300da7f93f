import { beforeAll } from 'vitest'
import { figuresOfTags } from './tags/figures.ts'
import { filtersTogether } from './tags/filters.ts'
import { openShop } from './tags/ground.ts'
import { hostile } from './tags/hostile.ts'
import { languages } from './tags/languages.ts'

// One file, since each costs a start of the platform.
beforeAll(openShop)

hostile()
languages()
filtersTogether()
figuresOfTags()
