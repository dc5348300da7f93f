import { useState } from 'preact/hooks'
import { originsOffered } from '../models/origins.ts'
import { ZoneSelect } from './zone-select.tsx'

/** The fields that make a shop a site, and what was filled in. */
export function useShop() {
  const [address, setAddress] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const offered = originsOffered(address)
  const origins = offered.filter((origin) => !left.has(origin))
  function toggle(origin: string) {
    const next = new Set(left)
    if (!next.delete(origin)) next.add(origin)
    setLeft(next)
  }
  return {
    /** The site as the API takes it. Throws an error in words for whoever typed what won't do. */
    siteOf({ shop, timeZone }: Record<string, string>) {
      if (offered.length === 0) throw new Error('Give the address of the shop, such as shop.example.')
      if (origins.length === 0) throw new Error('Tick at least one address to take answers from.')
      return { name: shop, origins, timeZone }
    },
    fields: (
      <>
        <div class="field">
          <label for="shop">Name of the shop</label>
          <input id="shop" name="shop" autocomplete="organization" maxLength={120} required />
          <small>Shoppers read it in the questions.</small>
        </div>
        <div class="field">
          <label for="address">Address of the shop</label>
          <input
            id="address"
            inputMode="url"
            autocomplete="url"
            placeholder="shop.example"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
            required
          />
        </div>
        {offered.length > 0 && (
          <fieldset class="field">
            <legend>Answers are taken from</legend>
            {offered.map((origin) => (
              <label key={origin} class="check">
                <input type="checkbox" checked={!left.has(origin)} onChange={() => toggle(origin)} /> {origin}
              </label>
            ))}
          </fieldset>
        )}
        <div class="field">
          <label for="timeZone">Time zone</label>
          <ZoneSelect id="timeZone" name="timeZone" zone={Intl.DateTimeFormat().resolvedOptions().timeZone} />
          <small>A day in the reports is a day there.</small>
        </div>
      </>
    ),
  }
}
