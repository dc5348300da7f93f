import { beforeAll } from 'vitest'
import { furtherColumns } from './imports/columns.ts'
import { encodings } from './imports/encodings.ts'
import { formats } from './imports/formats.ts'
import { prepareGround } from './imports/ground.ts'
import { mappings } from './imports/mappings.ts'

beforeAll(prepareGround)

formats()
mappings()
furtherColumns()
encodings()
