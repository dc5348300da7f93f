import type { AlertGround } from '../../models/alert-ground.ts'
import { may } from '../../models/session.ts'
import { nameOf, stateWords } from '../../models/webhook-words.ts'
import { FieldFault } from '../field-fault.tsx'

interface Props {
  ground: AlertGround
  people: readonly string[]
  webhooks: readonly string[]
  fault: string | undefined
}

/** Whom an alert tells: those who see all of the site, by mail, and the systems that hear of alerts. */
export function ToldFields({ ground, people, webhooks, fault }: Props) {
  return (
    <fieldset class="field" aria-describedby={fault && 'told-fault'}>
      <legend>Whom it tells</legend>
      {ground.people.map(({ id, name, email }) => (
        <label key={id} class="check">
          <input type="checkbox" name={`person.${id}`} defaultChecked={people.includes(id)} />
          <span>
            <bdi>{name || email}</bdi> <span class="soft small">by mail: {email}</span>
          </span>
        </label>
      ))}
      {ground.webhooks.map((hook) => (
        <label key={hook.id} class="check">
          <input type="checkbox" name={`webhook.${hook.id}`} defaultChecked={webhooks.includes(hook.id)} />
          <span>
            <bdi>{nameOf(hook)}</bdi>{' '}
            <span class="soft small">
              {hook.kind === 'slack' ? 'channel' : 'webhook'}
              {hook.state !== 'active' && `, ${stateWords[hook.state].says}: it hears nothing`}
            </span>
          </span>
        </label>
      ))}
      <FieldFault id="told-fault" fault={fault} />
      <small>
        {ground.webhooks.length === 0 && 'A Slack channel or a program of yours can be told too. '}
        {may('owner') ? <a href="/settings/webhooks">Add a channel or a webhook</a> : 'An owner adds channels and webhooks.'}
      </small>
    </fieldset>
  )
}
