import type { Standards } from '../../../worker/domain/wordings.ts'
import { isRightToLeft, languageName, linesOf } from '../../models/editor/languages.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import { useEditing } from './context.ts'
import { TextField } from './inputs.tsx'

interface Props {
  tag: string
  standards: Standards
  removed: () => void
}

/** Every text of the survey, and beneath it what it is called in another language. */
export function Translation({ tag, standards, removed }: Props) {
  const { draft, edit } = useEditing()
  const mine = draft.translations[tag] ?? {}
  const put = (texts: typeof mine) => edit({ translations: { ...draft.translations, [tag]: texts } })
  function drop() {
    const { [tag]: _, ...others } = draft.translations
    edit({ translations: others })
    removed()
  }
  return (
    <fieldset class="translation">
      <legend>{languageName(tag)}</legend>
      {linesOf(draft, tag, standards).map(({ key, original, place, translated, standard }) => (
        <TextField
          key={key}
          label={`${place}: ${original}`}
          at={`/translations/${tag}/${key}`}
          value={translated}
          placeholder={standard}
          lang={tag}
          dir={isRightToLeft(tag) ? 'rtl' : 'ltr'}
          rows={original.length > 60 ? 2 : 1}
          hint={!translated && !standard ? 'Missing' : undefined}
          change={(text) => {
            const { [key]: _, ...others } = mine
            put(text === '' ? others : { ...others, [key]: text })
          }}
        />
      ))}
      <p>
        <ConfirmButton verb="Remove" what={`the translation to ${languageName(tag)}`} disabled={false} act={drop} />
      </p>
    </fieldset>
  )
}
