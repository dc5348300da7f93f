import { useState } from 'preact/hooks'
import type { UrlRule } from '../../../worker/contract/targeting.ts'
import { type Draft, isSame } from '../../models/editor/draft.ts'
import { linesOfRules, rulesOfLines } from '../../models/editor/url-rules.ts'
import { useEditing } from './context.ts'
import { NumberField, TextField } from './inputs.tsx'
import { TouchpointField } from './touchpoint-field.tsx'

type When = Draft['targeting']

const rests = [
  ['daysAfterAnswer', 'After an answer'],
  ['daysAfterDismissal', 'After a dismissal'],
  ['daysAfterSecondDismissal', 'After a second dismissal'],
  ['daysAcrossSurveys', 'After any other survey'],
] as const

/** Who is asked, when and where. Further gates get their fields here. */
export function WhenPart() {
  const { draft, edit } = useEditing()
  const { targeting } = draft
  const put = (fields: Partial<When>) => edit({ targeting: { ...targeting, ...fields } })
  return (
    <>
      <section class="room">
        <h2>Where</h2>
        <TouchpointField />
        <Pages
          label="Only on these pages"
          at="/targeting/include"
          rules={targeting.include}
          change={(include) => put({ include })}
        />
        <Pages
          label="Never on these pages"
          at="/targeting/exclude"
          rules={targeting.exclude}
          change={(exclude) => put({ exclude })}
        />
      </section>
      <section class="room">
        <h2>When</h2>
        <TextField
          label="After an event"
          at="/targeting/event"
          value={targeting.event}
          max={64}
          dir="ltr"
          placeholder="none"
          change={(event) => put({ event })}
          hint={
            <>
              Waits for <code>earshot('track', …)</code> of your page; empty to wait for nothing.
            </>
          }
        />
        <NumberField
          label="Seconds on the page before it shows"
          at="/targeting/delaySeconds"
          value={targeting.delaySeconds}
          least={0}
          most={3600}
          change={(delaySeconds) => put({ delaySeconds })}
          hint="Ten or more: somebody who has just come has nothing to say yet."
        />
      </section>
      <section class="room">
        <h2>How often</h2>
        <p class="small soft">How many days the same shopper is left alone.</p>
        <div class="pair three">
          {rests.map(([field, label]) => (
            <NumberField
              key={field}
              label={label}
              at={`/targeting/${field}`}
              value={targeting[field]}
              least={0}
              most={3650}
              change={(days) => put({ [field]: days })}
            />
          ))}
        </div>
      </section>
    </>
  )
}

interface PagesProps {
  label: string
  at: string
  rules: readonly UrlRule[]
  change: (rules: UrlRule[]) => void
}

/** A rule a line. */
function Pages({ label, at, rules, change }: PagesProps) {
  const { faults } = useEditing()
  const [typed, setTyped] = useState('')
  // What was typed as it was typed, with the line one is about to begin, while it says what the rules say.
  const text = isSame(rulesOfLines(typed), rules) ? typed : linesOfRules(rules)
  const wrong = faults.find(({ pointer }) => pointer.startsWith(`${at}/`))
  const which = wrong && rules[Number(wrong.pointer.split('/')[3])]
  return (
    <TextField
      label={label}
      at={wrong?.pointer ?? at}
      value={text}
      rows={2}
      dir="ltr"
      placeholder="/order/*"
      change={(next) => {
        setTyped(next)
        change(rulesOfLines(next))
      }}
      hint={
        which === undefined ? (
          <>
            One a line: a path, in which * stands for anything, or <code>contains sale</code>, <code>query utm_source=mail</code>.
          </>
        ) : (
          `“${linesOfRules([which])}” is the one that doesn’t fit.`
        )
      }
    />
  )
}
