import { useMemo, useState } from 'preact/hooks'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { Standards } from '../../../worker/domain/wordings.ts'
import { languagesOf } from '../../models/editor/languages.ts'
import { previewContent, useWords } from '../../models/editor/preview.ts'
import { site } from '../../models/session.ts'
import { Choice } from '../choice.tsx'
import { useEditing } from './context.ts'
import { PreviewFrame } from './preview-frame.tsx'

const devices = [
  ['phone', 'Phone'],
  ['desktop', 'Desktop'],
] as const
const themes = [
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** The draft as shoppers will see it, by the widget itself; it can be answered, and nothing of that is sent or counted. */
export function PreviewPane({ survey: { id, version }, standards }: { survey: Survey; standards: Standards }) {
  const { draft } = useEditing()
  const [device, setDevice] = useState<'phone' | 'desktop'>('phone')
  const [theme, setTheme] = useState<'light' | 'dark'>(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  )
  const [chosen, setLocale] = useState('')
  const [round, setRound] = useState(0)
  const languages = useMemo(() => languagesOf(draft, standards), [draft, standards])
  const own = languages[0]?.tag ?? 'en'
  const locale = languages.some(({ tag }) => tag === chosen) ? chosen : own
  const words = useWords(draft, locale, standards)
  const { name = '', privacyUrl = '' } = site.value ?? {}
  const content = useMemo(
    () => words && previewContent({ survey: { id, version }, draft, locale, standards, words, site: { name, privacyUrl } }),
    [id, version, draft, locale, standards, words, name, privacyUrl],
  )
  return (
    <section class="preview-pane" aria-labelledby="preview">
      <header class="row">
        <h2 id="preview">Preview</h2>
        <Choice name="Device" of={devices} chosen={device} choose={setDevice} />
        <Choice name="The shopper’s system" of={themes} chosen={theme} choose={setTheme} />
        <label class="inline">
          <span class="hidden">Language</span>
          <select value={locale} onChange={(event) => setLocale(event.currentTarget.value)}>
            {languages.map(({ tag, name: called, lacking }) => (
              <option key={tag} value={tag}>
                {called}
                {lacking > 0 && ` (${lacking} missing)`}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setRound(round + 1)}>
          Start again
        </button>
      </header>
      {content ? <PreviewFrame {...{ content, theme, device, round }} /> : <div class="bone frame-bone" />}
      <p class="small soft">This is the widget itself. Answer in it to reach each branch; nothing is sent or counted.</p>
    </section>
  )
}
