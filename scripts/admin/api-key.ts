import { Role } from '../../worker/contract/people.ts'
import { newId, newSecret } from '../../worker/domain/ids.ts'
import { sha256 } from '../../worker/domain/secrets.ts'
import { insertApiKey } from '../../worker/store/api-keys.ts'
import { type Command, chosenSite } from './command.ts'

export const apiKey: Command = {
  usage: '[--site=site_…] [--name=…] [--role=owner|manager|agent|viewer]',
  does: 'an API key of a site, shown once',
  run: async (call) => {
    const site = await chosenSite(call)
    const role = Role.parse(call.options.get('role') ?? 'manager')
    const key = newSecret('sk')
    const name = call.options.get('name') ?? 'Made by the admin command'
    await insertApiKey(call.db, { id: newId('key'), hash: await sha256(key), site: site.id, name, role }, call.now).execute()
    return { data: { apiKey: key, site: site.id, role }, text: key }
  },
}
