import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { linkTo } from '../../worker/domain/survey-link.ts'
import { ChannelEmail } from '../components/channel-email.tsx'
import { ChannelLink } from '../components/channel-link.tsx'
import { ChannelOptions } from '../components/channel-options.tsx'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { PersonalLinks } from '../components/personal-links.tsx'
import { useResource } from '../models/resource.ts'
import { may } from '../models/session.ts'

/** A survey beyond the shop's pages: by link, code, e-mail, and on devices in a shop. */
export function Channels() {
  const { id = '' } = useRoute().params
  const path = `/api/v1/surveys/${encodeURIComponent(id)}`
  const { data: survey, error } = useResource<Survey>(path)
  const [said, say] = useState({ lang: '', location: '' })
  useEffect(() => {
    if (survey) document.title = `Channels of ${survey.name} · Earshot`
  }, [survey])
  if (error) return <Failed error={error} />
  const page = `${location.origin}/s/${encodeURIComponent(id)}`
  return (
    <>
      <header class="top">
        <Heading>{survey && `Links and codes of ${survey.name}`}</Heading>
        <a href={`/surveys/${encodeURIComponent(id)}`}>Results</a>
      </header>
      {survey && survey.state !== 'live' && (
        <p class="notice">
          This survey is {survey.state}: its page asks nobody {survey.state === 'closed' ? 'any more' : 'until it is live'}.
        </p>
      )}
      <p class="soft">
        The same survey on a page of its own, without your shop around it: on receipts and shelves, in e-mails, at the till.
      </p>
      <ChannelOptions said={said} say={say} />
      <ChannelLink path={path} said={said} address={linkTo(page, said)} kiosk={linkTo(page, { ...said, kiosk: '1' })} />
      {survey && survey.version > 0 && survey.metric !== 'none' && <ChannelEmail path={path} said={said} />}
      {may('manager') && <PersonalLinks path={path} />}
    </>
  )
}
