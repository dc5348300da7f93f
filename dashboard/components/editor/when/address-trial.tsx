import { useId, useState } from 'preact/hooks'
import { tryAddress } from '../../../models/editor/when/address-trial.ts'
import { site } from '../../../models/session.ts'
import { useEditing } from '../context.ts'

/** Would it be asked there? By the gate itself, as far as pages go. */
export function AddressTrial() {
  const id = useId()
  const { draft } = useEditing()
  const [typed, setTyped] = useState('')
  const { excludedPages = [], hashRoutes = false, origins = [] } = site.value ?? {}
  const trial = tryAddress(typed, draft.targeting, { excludedPages, hashRoutes, origins })
  return (
    <div class="field">
      <label for={id}>Try an address: would it match?</label>
      <input
        id={id}
        value={typed}
        dir="ltr"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder={`${origins[0]?.replace('*.', 'www.') ?? 'https://shop.example'}/cart?step=2`}
        aria-describedby={`${id}-said`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <small id={`${id}-said`} role="status" class={trial && (trial.fits ? 'yes' : 'no')}>
        {trial ? (
          <>
            <b>{trial.fits ? 'It matches.' : 'It doesn’t match.'}</b> {trial.why}
            {trial.fits && draft.touchpoint && ` Its tag has to name the touchpoint ${draft.touchpoint} too.`}
          </>
        ) : (
          'An address of your shop, copied from the browser.'
        )}
      </small>
    </div>
  )
}
