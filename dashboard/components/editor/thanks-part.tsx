import { categoriesOf } from '../../../worker/domain/category.ts'
import { partNames } from '../../models/wording.ts'
import { useEditing } from './context.ts'
import { EndingFields } from './ending-fields.tsx'
import { Check, TextField } from './inputs.tsx'

/** The end of the survey: for everyone, and for those of a category where it differs. */
export function ThanksPart() {
  const { draft, edit, warnings } = useEditing()
  const { thanks } = draft
  const { by = {}, review, ...ending } = thanks
  const put = (next: typeof thanks) => edit({ thanks: next })
  const general = warnings.filter(({ pointer }) => pointer === '/thanks/by')
  return (
    <>
      <section class="room">
        <h2>For everyone</h2>
        <EndingFields ending={thanks} here="/thanks" change={put} />
        <Check
          label="A place for public reviews, offered to everyone alike"
          checked={review !== undefined}
          change={(on) => {
            const { review: _, ...rest } = thanks
            put(on ? { ...rest, review: { text: 'Review us', url: 'https://' } } : rest)
          }}
        />
        {review && (
          <div class="pair">
            <TextField
              label="It says"
              at="/thanks/review/text"
              value={review.text}
              max={80}
              change={(text) => put({ ...thanks, review: { ...review, text } })}
            />
            <TextField
              label="It leads to"
              at="/thanks/review/url"
              value={review.url}
              dir="ltr"
              placeholder="https://reviews.example/shop"
              change={(url) => put({ ...thanks, review: { ...review, url } })}
            />
          </div>
        )}
      </section>
      {categoriesOf(draft.metric).map((category) => {
        const own = by[category]
        return (
          <section key={category} class="room">
            <h2>For {partNames[category]}</h2>
            <Check
              label="Say something else to them"
              checked={own !== undefined}
              change={(on) => {
                const { [category]: _, ...others } = by
                const next = on ? { ...others, [category]: { ...ending } } : others
                const { by: __, ...rest } = thanks
                put(Object.keys(next).length > 0 ? { ...rest, by: next } : rest)
              }}
            />
            {own && (
              <EndingFields
                ending={own}
                here={`/thanks/by/${category}`}
                change={(next) => put({ ...thanks, by: { ...by, [category]: next } })}
              />
            )}
          </section>
        )
      })}
      {general.map(({ detail }) => (
        <p key={detail} class="doubt small">
          {detail}
        </p>
      ))}
    </>
  )
}
