import type { Digest, DigestLanguage, Frequency } from '../../../worker/contract/digest.ts'
import { hourOf, languageNames, weekdays } from '../../models/digest-words.ts'
import { site } from '../../models/session.ts'
import { FieldFault } from '../field-fault.tsx'

interface Props {
  frequency: Frequency
  /** The one that is changed. */
  digest: Digest | undefined
  fault: string | undefined
}

const monthDays = Array.from({ length: 28 }, (_, i) => i + 1)
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** On which day, at which hour and in which language a digest comes. */
export function TimeFields({ frequency, digest, fault }: Props) {
  const day = digest?.frequency === frequency ? digest.day : 1
  return (
    <>
      <fieldset class="field">
        <legend>When</legend>
        <div class="row">
          <label class="inline row">
            <span>{frequency === 'weekly' ? 'on' : 'on day'}</span>
            <select name="day">
              {(frequency === 'weekly' ? weekdays : monthDays).map((one, i) => (
                <option key={one} value={i + 1} selected={i + 1 === day}>
                  {one}
                </option>
              ))}
            </select>
          </label>
          <label class="inline row">
            <span>at</span>
            <select name="hour">
              {hours.map((hour) => (
                <option key={hour} value={hour} selected={hour === (digest?.hour ?? 8)}>
                  {hourOf(hour)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <FieldFault id="digest-when-fault" fault={fault} />
        <small>By the clock of {site.value?.timeZone ?? 'the shop'}. Where nobody answered nothing comes.</small>
      </fieldset>
      <div class="field">
        <label for="digest-language">Language</label>
        <select id="digest-language" name="language">
          {(Object.keys(languageNames) as DigestLanguage[]).map((one) => (
            <option key={one} value={one} selected={one === (digest?.language ?? 'en')}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
