import type { Ending, Link } from '../../worker/contract/thanks.ts'
import { isWebLink } from '../../worker/domain/link.ts'
import type { Run } from '../survey/run.ts'

/** The thank-you for this person's category. */
export function ending(run: Run): Ending {
  const { thanks } = run.opening.content
  const mine = (run.category && thanks.by?.[run.category]) || thanks
  return { ...mine, title: run.fill(mine.title), text: run.fill(mine.text) }
}

/** A link, a code to copy, and where to review the shop in public, which is offered to everyone. */
export function Beneath({ run }: { run: Run }) {
  const { thanks, words } = run.opening.content
  const { link, coupon } = run.ending
  return (
    <>
      {coupon && (
        <p class="coupon">
          <code>{coupon}</code>
          <button type="button" class="back" onClick={(event) => copy(coupon, event.currentTarget, words.copied)}>
            {words.copy}
          </button>
        </p>
      )}
      {[link, thanks.review].map((one) => one && isWebLink(one.url) && <To link={one} />)}
    </>
  )
}

const To = ({ link }: { link: Link }) => (
  <p>
    <a href={link.url} target="_blank" class="send link" rel="noopener">
      {link.text}
    </a>
  </p>
)

/** Where the clipboard is out of reach the code is selected, to be copied by hand. */
async function copy(coupon: string, button: HTMLElement, copied = '') {
  try {
    await navigator.clipboard.writeText(coupon)
    button.textContent = copied
  } catch {
    getSelection()?.selectAllChildren(button.previousElementSibling as Element)
  }
}

/** The answer is stored: on to where the shop sends its shoppers, unless they take it back first. */
export function finished(run: Run): void {
  const { redirect = '' } = run.ending
  if (isWebLink(redirect)) setTimeout(() => run.phase === 'thanks' && location.assign(redirect), 1500)
}
