import { useState } from 'preact/hooks'
import type { PatchSite } from '../../worker/contract/site.ts'
import { useAction } from '../models/action.ts'
import { saveSite } from '../models/save-site.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

interface Props {
  /** What is to be saved. Throws an error in words for whoever typed what won't do. */
  change: () => PatchSite
  /** What is being edited: "Saved", or why not, stands there until it changes. */
  edited: unknown
  /** What it is that can't be taken back once it is saved, to be asked first; undefined where nothing is lost. */
  asks?: string | undefined
}

const untried = Symbol('untried')

/** Saves settings of the site that are no plain fields. */
export function Saving({ change, edited, asks }: Props) {
  const [tried, setTried] = useState<unknown>(untried)
  const { busy, error, run } = useAction()
  const save = () => {
    setTried(edited)
    void run(() => saveSite(change()))
  }
  const isOfThis = tried === edited
  return (
    <div class="beneath">
      <Refusal error={isOfThis ? error : ''} />
      <div class="row">
        {asks ? (
          <ConfirmButton verb="Save" what={asks} disabled={busy} act={save} />
        ) : (
          <button type="button" disabled={busy} onClick={save}>
            Save
          </button>
        )}
        <span class="small soft" role="status">
          {isOfThis && !busy && error === '' && 'Saved'}
        </span>
      </div>
    </div>
  )
}
