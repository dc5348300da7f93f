import type { Trigger } from '../../../../worker/contract/targeting.ts'
import { isSelector } from '../../../models/editor/when/selector.ts'
import { triggerNames } from '../../../models/editor/when/waits.ts'
import { NumberField, TextField } from '../inputs.tsx'
import { Gate } from './gate.tsx'

interface Props {
  trigger: Trigger
  at: string
  isFresh: boolean
  addId: string
  change: (trigger: Trigger) => void
  remove: () => void
}

/** Something a shopper does. */
export function TriggerGate({ trigger, at, change, ...gate }: Props) {
  return (
    <Gate name={triggerNames[trigger.type]} {...gate}>
      <TriggerFields {...{ trigger, at, change }} />
    </Gate>
  )
}

function TriggerFields({ trigger, at, change }: Pick<Props, 'trigger' | 'at' | 'change'>) {
  switch (trigger.type) {
    case 'scroll':
      return (
        <NumberField
          label="Percent of the page"
          at={`${at}/percent`}
          value={trigger.percent}
          least={1}
          most={100}
          change={(percent) => change({ ...trigger, percent })}
        />
      )
    case 'idle':
      return (
        <NumberField
          label="Seconds without a move"
          at={`${at}/seconds`}
          value={trigger.seconds}
          least={1}
          most={3600}
          change={(seconds) => change({ ...trigger, seconds })}
          hint="Not while somebody is in a field."
        />
      )
    case 'exit':
      return (
        <small class="soft">
          The mouse leaves the page at its top. On a phone, where there is no mouse: a flick up, or coming back to the tab.
        </small>
      )
    case 'visible':
    case 'click':
      return (
        <TextField
          label={trigger.type === 'click' ? 'What is clicked' : 'What comes into sight'}
          at={`${at}/element`}
          value={trigger.element}
          max={200}
          dir="ltr"
          placeholder={trigger.type === 'click' ? '.help-button' : '#reviews'}
          change={(element) => change({ ...trigger, element })}
          hint={
            isSelector(trigger.element)
              ? 'A CSS selector; whoever looks after your shop’s theme knows it.'
              : 'This is no CSS selector: it finds nothing.'
          }
        />
      )
  }
}
