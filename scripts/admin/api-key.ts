import { CreateApiKey, Role } from '../../worker/contract/people.ts'
import { newId, newSecret } from '../../worker/domain/ids.ts'
import { scopesOf } from '../../worker/domain/key-scopes.ts'
import { sha256 } from '../../worker/domain/secrets.ts'
import { insertApiKey } from '../../worker/store/api-keys.ts'
import { type Command, checked, chosenSite, told } from './command.ts'

export const apiKey: Command = {
  usage: '[--site=site_…] [--name=…] [--role=owner|manager|agent|viewer]',
  does: 'an API key of a site, shown once',
  run: async (call) => {
    const site = await chosenSite(call)
    const role = checked(Role, 'role', call.options.get('role') ?? 'manager', `one of ${Role.options.join(', ')}`)
    const key = newSecret('sk')
    const wanted = call.options.get('name') ?? 'Made by the admin command'
    const name = checked(CreateApiKey.shape.name, 'name', wanted, 'a name of 1 to 120 characters')
    const row = { id: newId('key'), hash: await sha256(key), site: site.id, name, scopes: scopesOf(role) }
    const insert = () => insertApiKey(call.db, row, call.now).execute()
    await told(call, site.id, 'POST /api/v1/keys', insert, () => row.id)
    return { data: { apiKey: key, site: site.id, role }, text: key }
  },
}
