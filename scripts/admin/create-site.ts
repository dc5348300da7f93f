import type * as z from 'zod'
import { Setup } from '../../worker/contract/people.ts'
import { Origin } from '../../worker/contract/site.ts'
import { foundSite } from '../../worker/store/founding.ts'
import { makeLoginUrl } from '../../worker/store/login-tokens.ts'
import { type Command, checked, needed, told } from './command.ts'

export const createSite: Command = {
  usage: '--name=… --origins=https://a,https://b --time-zone=… --email=… --person=… [--host=…]',
  does: 'make a site with its owner; prints the tag, an API key and a sign-in link',
  run: async (call) => {
    const { db, host, options, now } = call
    if (!host) throw new Error('--host=https://… is missing: where the Worker answers')
    const { email, name: person, site: about } = Setup.shape
    const read = <T>(schema: z.ZodType<T>, option: string, is: string) => checked(schema, option, needed(options, option), is)
    const owner = {
      email: read(email, 'email', 'an e-mail address'),
      name: read(person, 'person', 'a name of 1 to 120 characters'),
    }
    const origins = needed(options, 'origins')
      .split(',')
      .map((origin) => checked(Origin, 'origins', origin, 'an origin such as https://www.shop.example or https://*.shop.example'))
    const wanted = {
      name: read(about.shape.name, 'name', 'a name of 1 to 120 characters'),
      origins,
      timeZone: read(about.shape.timeZone, 'time-zone', 'an IANA time zone such as Europe/Berlin'),
    }
    const { site, person: founder, apiKey } = await foundSite(db, owner, wanted, now)
    // The log is the site's own, so there is none before it.
    await told(
      call,
      site.id,
      'POST /api/v1/sites',
      async () => site,
      ({ id }) => id,
    )
    const loginUrl = await makeLoginUrl(db, host, founder.id, now)
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
