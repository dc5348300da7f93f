import { linkTo } from '../../worker/domain/survey-link.ts'
import { ofSite } from '../models/session.ts'
import type { ChannelSaid } from './channel-options.tsx'
import { CodeBox } from './code-box.tsx'

interface Props {
  /** Of the survey in the API. */
  path: string
  said: ChannelSaid
  address: string
  kiosk: string
}

/** The page's address, the code that holds it, and the address for a device in a shop. */
export function ChannelLink({ path, said, address, kiosk }: Props) {
  const code = (ending: string) => ofSite(linkTo(`${path}/qr.${ending}`, said))
  const name = ['qr', said.location].filter(Boolean).join(' ')
  return (
    <>
      <section class="block" aria-labelledby="link">
        <h2 id="link">Link and code</h2>
        <div class="channel-code">
          <div>
            <p class="soft">For chats, receipts, parcels and shelves. It needs no script and no app.</p>
            <CodeBox label="Copy the link" code={address} />
            <p class="row">
              <a class="button" href={code('svg')} download={`${name}.svg`}>
                Code as SVG
              </a>
              <a class="button" href={code('png')} download={`${name}.png`}>
                Code as PNG
              </a>
              <a href={address} target="_blank" rel="noreferrer">
                Open the page
              </a>
            </p>
          </div>
          <img src={code('svg')} width={176} height={176} alt="QR code of the link" />
        </div>
      </section>
      <section class="block" aria-labelledby="kiosk">
        <h2 id="kiosk">A device in the shop</h2>
        <p class="soft">
          Large, for a tablet at the till: it begins anew by itself, and each answer counts as a person of its own. Open it in the
          browser’s full-screen or kiosk mode.
        </p>
        <CodeBox label="Copy the link for a device" code={kiosk} />
      </section>
    </>
  )
}
