// docs/privacy.md out of the register of what is kept: `node scripts/privacy.ts`. A test sees that it was run.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/install.mjs'
import { privacyDocument } from './lib/privacy-document.ts'

writeFileSync(join(root, 'docs/privacy.md'), privacyDocument())
