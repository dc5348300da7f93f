import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Tag, TagColour } from '../../worker/contract/tags.ts'
import { ruleFaults } from '../../worker/domain/tagging/rule-faults.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { rulesOf, settledRule, typedRules } from '../models/rule-form.ts'
import { useRulesPreview } from '../models/rules-preview.ts'
import { may } from '../models/session.ts'
import { tagColours } from '../models/tag-words.ts'
import { addressOf, createTag } from '../models/tags.ts'
import { Refusal } from './refusal.tsx'
import { RuleFields } from './rule-fields.tsx'
import { RulesPreview } from './rules-preview.tsx'

/** A tag's name, colour and rules, and beside them what the rules would do before anything is saved. */
export function TagEditor({ tag, saved }: { tag: Tag | undefined; saved: () => void }) {
  const { route } = useLocation()
  const [typed, setTyped] = useState(() => typedRules(tag?.rules ?? []))
  const [isSaved, setSaved] = useState(false)
  const { busy, error, sends } = useAction()
  const rules = rulesOf(typed)
  const faults = ruleFaults(rules)
  const preview = useRulesPreview({ rules: may('manager') && faults.length === 0 ? rules : [], tag: tag?.id })
  const save = sends(async ({ name, colour, description }) => {
    const wanted = { name, colour, description, rules }
    setSaved(false)
    setTyped(typed.map(settledRule))
    if (tag) {
      await call('PATCH', addressOf(tag.id), wanted)
      saved()
      setSaved(true)
    } else route(`/tags/${(await createTag(wanted)).id}`, true)
  })
  return (
    <div class="tag-editor">
      <form class="form" onSubmit={save} onInput={() => setSaved(false)}>
        <fieldset class="form" disabled={!may('manager')}>
          <legend class="hidden">The tag</legend>
          <div class="field">
            <label for="tag-name">Name</label>
            <input id="tag-name" name="name" defaultValue={tag?.name} maxLength={60} placeholder="Delivery" dir="auto" required />
          </div>
          <Colours chosen={tag?.colour ?? 'slate'} />
          <div class="field">
            <label for="tag-description">Description</label>
            <input id="tag-description" name="description" defaultValue={tag?.description} maxLength={300} dir="auto" />
            <small>For whoever tags by hand: what belongs here, and what doesn’t.</small>
          </div>
          <RuleFields typed={typed} change={setTyped} faults={faults} />
        </fieldset>
        <Refusal error={error} />
        {may('manager') && (
          <div class="row">
            <button type="submit" class="primary" disabled={busy}>
              {tag ? 'Save' : 'Make the tag'}
            </button>
            <span class="small soft" role="status">
              {isSaved && 'Saved'}
            </span>
          </div>
        )}
      </form>
      {may('manager') && (
        <RulesPreview {...preview} waits={faults.length > 0 ? 'words' : rules.length === 0 ? 'rules' : undefined} />
      )}
    </div>
  )
}

function Colours({ chosen }: { chosen: TagColour }) {
  return (
    <fieldset class="field colours">
      <legend>Colour</legend>
      {tagColours.map((colour) => (
        <label key={colour} class={`tint-${colour}`} title={colour}>
          <input type="radio" name="colour" value={colour} defaultChecked={colour === chosen} />
          <span class="hidden">{colour}</span>
        </label>
      ))}
    </fieldset>
  )
}
