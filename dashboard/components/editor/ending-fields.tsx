import type { Ending } from '../../../worker/contract/thanks.ts'
import { Check, TextField } from './inputs.tsx'

interface Props<E extends Ending> {
  ending: E
  /** Its pointer. */
  here: string
  change: (ending: E) => void
}

/** What is said at the end, and what stands beneath. */
export function EndingFields<E extends Ending>({ ending, here, change }: Props<E>) {
  const { link, coupon, redirect } = ending
  const put = (fields: Partial<Ending>) => change({ ...ending, ...fields })
  const drop = (field: 'link' | 'coupon' | 'redirect') => change({ ...ending, [field]: undefined })
  return (
    <>
      <TextField label="Title" at={`${here}/title`} value={ending.title} max={120} change={(title) => put({ title })} />
      <TextField label="Text" at={`${here}/text`} value={ending.text} max={300} rows={2} change={(text) => put({ text })} />
      <Check
        label="A link"
        checked={link !== undefined}
        change={(on) => (on ? put({ link: { text: 'Back to the shop', url: 'https://' } }) : drop('link'))}
      />
      {link && (
        <div class="pair">
          <TextField
            label="It says"
            at={`${here}/link/text`}
            value={link.text}
            max={80}
            change={(text) => put({ link: { ...link, text } })}
          />
          <TextField
            label="It leads to"
            at={`${here}/link/url`}
            value={link.url}
            dir="ltr"
            placeholder="https://shop.example/page"
            change={(url) => put({ link: { ...link, url } })}
          />
        </div>
      )}
      <Check
        label="A code to copy"
        checked={coupon !== undefined}
        change={(on) => (on ? put({ coupon: 'THANKS' }) : drop('coupon'))}
      />
      {coupon !== undefined && (
        <TextField
          label="The code"
          at={`${here}/coupon`}
          value={coupon}
          max={60}
          dir="ltr"
          change={(next) => put({ coupon: next })}
        />
      )}
      <Check
        label="Then go on to another page"
        checked={redirect !== undefined}
        change={(on) => (on ? put({ redirect: 'https://' }) : drop('redirect'))}
      />
      {redirect !== undefined && (
        <TextField
          label="Which page"
          at={`${here}/redirect`}
          value={redirect}
          dir="ltr"
          placeholder="https://shop.example/page"
          change={(next) => put({ redirect: next })}
          hint="1.5 seconds after the response is stored. The preview stays where it is."
        />
      )}
    </>
  )
}
