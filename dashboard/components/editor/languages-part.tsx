import { useState } from 'preact/hooks'
import type { Standards } from '../../../worker/domain/wordings.ts'
import { languageName, languagesOf, offerable, type Spoken } from '../../models/editor/languages.ts'
import { Choice } from '../choice.tsx'
import { useEditing } from './context.ts'
import { SelectField } from './inputs.tsx'
import { Translation } from './translation.tsx'

/** In which languages the survey is asked, and what they lack. */
export function LanguagesPart({ standards }: { standards: Standards }) {
  const { draft, edit } = useEditing()
  const [open, setOpen] = useState('')
  const spoken = languagesOf(draft, standards)
  const written = spoken.filter(({ own, written }) => !own && written)
  const byStandard = spoken.filter(({ own, written }) => !own && !written)
  function add(tag: string) {
    edit({ translations: { ...draft.translations, [tag]: {} } })
    setOpen(tag)
  }
  return (
    <>
      <section class="room">
        <div class="pair">
          <SelectField
            label="Written in"
            at="/locale"
            value={draft.locale}
            of={[...new Set([draft.locale, ...Object.keys(standards).filter((tag) => !tag.includes('-x-'))])].map(
              (tag) => [tag, languageName(tag)] as const,
            )}
            change={(locale) => edit({ locale })}
            hint="The language the texts of the other parts are in."
          />
          <fieldset class="field">
            <legend>Address</legend>
            <p>
              <Choice
                name="Address"
                of={[
                  ['formal', 'Formal (Sie, u)'],
                  ['informal', 'Informal (du, je)'],
                ]}
                chosen={draft.address}
                choose={(address) => edit({ address })}
              />
            </p>
          </fieldset>
        </div>
      </section>
      <section class="room">
        <h2>Translated here</h2>
        {written.length === 0 && <p class="small soft">None yet.</p>}
        <ul class="list">
          {written.map((one) => (
            <li key={one.tag}>
              <span>{one.name}</span>
              <State of={one} />
              <button type="button" aria-expanded={open === one.tag} onClick={() => setOpen(open === one.tag ? '' : one.tag)}>
                {open === one.tag ? 'Close' : 'Edit'}
                <span class="hidden"> {one.name}</span>
              </button>
            </li>
          ))}
        </ul>
        {draft.translations[open] && <Translation key={open} tag={open} standards={standards} removed={() => setOpen('')} />}
        <label class="inline">
          <span class="hidden">Translate to</span>
          <select value="" onChange={(event) => event.currentTarget.value && add(event.currentTarget.value)}>
            <option value="">Translate to…</option>
            {offerable(draft, standards).map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </section>
      <section class="room">
        <h2>By the standard wording</h2>
        <p class="small soft">
          {byStandard.length > 0
            ? `The survey keeps the standard wording, so it is offered in ${byStandard.length} more languages: ${byStandard.map(({ name }) => name).join(', ')}.`
            : 'The survey has texts of its own, so it is offered only in languages it is wholly translated to.'}
        </p>
      </section>
    </>
  )
}

function State({ of }: { of: Spoken }) {
  return of.lacking === 0 ? (
    <span class="badge live">complete, offered once published</span>
  ) : (
    <span class="badge paused">
      {of.lacking} {of.lacking === 1 ? 'text is' : 'texts are'} missing
    </span>
  )
}
