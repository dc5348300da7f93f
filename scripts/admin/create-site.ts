import { Email } from '../../worker/contract/people.ts'
import { Origin, TimeZone } from '../../worker/contract/site.ts'
import { foundSite } from '../../worker/store/founding.ts'
import { linkLasts, makeLoginUrl } from '../../worker/store/login-tokens.ts'
import { type Command, needed } from './command.ts'

export const createSite: Command = {
  usage: '--name=… --origins=https://a,https://b --time-zone=… --email=… --person=… [--host=…]',
  does: 'make a site with its owner; prints the tag, an API key and a sign-in link',
  run: async ({ db, host, options, now }) => {
    if (!host) throw new Error('--host=https://… is missing: where the Worker answers')
    const owner = { email: Email.parse(needed(options, 'email')), name: needed(options, 'person') }
    const origins = needed(options, 'origins')
      .split(',')
      .map((origin) => Origin.parse(origin))
    const wanted = { name: needed(options, 'name'), origins, timeZone: TimeZone.parse(needed(options, 'time-zone')) }
    const { site, person, apiKey } = await foundSite(db, owner, wanted, now)
    const loginUrl = await makeLoginUrl(db, host, person.id, now, linkLasts.signIn)
    const tag = `<script async src="${host}/w/${site.key}.js"></script>`
    return {
      data: { site: { id: site.id, key: site.key }, apiKey, loginUrl },
      text: [
        `site      ${site.id}`,
        `tag       ${tag}`,
        `API key   ${apiKey}   (shown once)`,
        `sign in   ${loginUrl}   (once, within 15 minutes)`,
      ].join('\n'),
    }
  },
}
