import { useState } from 'preact/hooks'
import type { CreatedEndpoint, Endpoint, EndpointKind } from '../../../worker/contract/webhook.ts'
import type { Action } from '../../models/action.ts'
import { kindWords, typeWords } from '../../models/webhook-words.ts'
import { Refusal } from '../refusal.tsx'

interface Props {
  action: Pick<Action, 'busy' | 'error' | 'sends'>
  verb: string
  /** The one that is changed. */
  endpoint?: Endpoint
  send: (wanted: object) => Promise<CreatedEndpoint | Endpoint>
}

/** Where a webhook goes and what it hears of. */
export function WebhookForm({ action: { busy, error, sends }, verb, endpoint, send }: Props) {
  const [chosen, setKind] = useState<EndpointKind>('standard')
  const kind = endpoint?.kind ?? chosen
  const { types } = kindWords[kind]
  const submit = sends(async ({ name, url, ...ticked }) => {
    const wanted = types.length === 1 ? [...types] : types.filter((type) => type in ticked)
    if (wanted.length === 0) throw new Error('Tick at least one thing it should hear of.')
    await send({ name, ...(url && { url }), types: wanted, ...(!endpoint && { kind }) })
  })
  // A channel's address is shown to nobody again: an empty field leaves it.
  const isHidden = endpoint?.kind === 'slack'
  return (
    <form class="form" onSubmit={submit}>
      {!endpoint && (
        <fieldset class="field">
          <legend>To</legend>
          <div class="choices">
            {(Object.keys(kindWords) as EndpointKind[]).map((one) => (
              <label key={one}>
                <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
                {kindWords[one].name}
                <small>{kindWords[one].says}</small>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="field">
        <label for="webhook-url">{isHidden ? 'Another address, if it moves' : 'Address'}</label>
        <input
          id="webhook-url"
          name="url"
          type="url"
          maxLength={1_000}
          defaultValue={isHidden ? '' : endpoint?.url}
          placeholder={kind === 'slack' ? 'https://hooks.slack.com/services/…' : 'https://erp.example/earshot'}
          required={!isHidden}
        />
      </div>
      <div class="field">
        <label for="webhook-name">Name, if you like</label>
        <input id="webhook-name" name="name" maxLength={120} defaultValue={endpoint?.name} placeholder="ERP" />
      </div>
      {types.length > 1 && (
        <fieldset class="field">
          <legend>It hears of</legend>
          {types.map((type) => (
            <label key={type} class="check">
              <input type="checkbox" name={type} defaultChecked={endpoint?.types.includes(type) ?? true} /> {typeWords[type]}
            </label>
          ))}
        </fieldset>
      )}
      <Refusal error={error} />
      <div class="row">
        <button type="submit" class={endpoint ? '' : 'primary'} disabled={busy}>
          {verb}
        </button>
      </div>
    </form>
  )
}
