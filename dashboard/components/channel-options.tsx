import { may, site } from '../models/session.ts'

/** What an address says beside which survey it is. */
export interface ChannelSaid {
  lang: string
  location: string
}

interface Props {
  said: ChannelSaid
  say: (said: ChannelSaid) => void
}

/** In which language, and where it hangs: in every address, code and block on the screen. */
export function ChannelOptions({ said, say }: Props) {
  const counts = site.value?.dimensions.includes('location')
  return (
    <div class="form grid channel-options">
      <div class="field">
        <label for="channel-lang">Language</label>
        <input
          id="channel-lang"
          maxLength={35}
          placeholder="the reader’s own"
          value={said.lang}
          onInput={(event) => say({ ...said, lang: event.currentTarget.value.trim() })}
        />
        <small>Such as de or pt-BR; empty asks each in their own</small>
      </div>
      <div class="field">
        <label for="channel-location">Where it hangs</label>
        <input
          id="channel-location"
          maxLength={64}
          placeholder="Berlin, till 2"
          disabled={!counts}
          value={said.location}
          onInput={(event) => say({ ...said, location: event.currentTarget.value })}
        />
        <small>
          {counts ? (
            'Compare places later, by the dimension “location”'
          ) : may('owner') ? (
            <>
              First add the dimension “location” in the <a href="/settings">settings</a>
            </>
          ) : (
            'An owner has to add the dimension “location” first'
          )}
        </small>
      </div>
    </div>
  )
}
