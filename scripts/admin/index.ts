import { apiKey } from './api-key.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { createSite } from './create-site.ts'
import { erase } from './erase.ts'
import { exportFile } from './export.ts'
import { importFile } from './import.ts'
import { loginLink } from './login-link.ts'
import { reapply } from './reapply-erasures.ts'
import { recount } from './recount.ts'
import { restore } from './restore.ts'

export const commands: Record<string, Command> = {
  'create-site': createSite,
  'login-link': loginLink,
  'api-key': apiKey,
  import: importFile,
  export: exportFile,
  erase,
  recount,
  backup,
  restore,
  'reapply-erasures': reapply,
}
