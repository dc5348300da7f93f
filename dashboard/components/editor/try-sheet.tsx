import { useRef, useState } from 'preact/hooks'
import type { Saver } from '../../models/editor/saver.ts'
import { PreviewLinks } from '../preview-links.tsx'
import { Sheet } from '../sheet.tsx'

/** The draft on the shop's own page, before anybody else sees it there. */
export function TrySheet({ saver }: { saver: Saver }) {
  const dialog = useRef<HTMLDialogElement>(null)
  // What a link was is told once: closing the sheet forgets it.
  const [isOpen, setOpen] = useState(false)
  const { id } = saver.survey.value
  function show() {
    setOpen(true)
    dialog.current?.showModal()
  }
  return (
    <>
      <button type="button" onClick={show}>
        Try it on your site
      </button>
      <Sheet dialog={dialog} id="try" title="Try it on your site" closed={() => setOpen(false)}>
        <p class="small soft">
          A link to a page of your shop on which this draft stands in for the live surveys, beside it a panel that lists
          everything that decides whether it shows, and why. What is answered there is a test: it counts nowhere and is{' '}
          <a href={`/surveys/${id}/tests`}>listed apart</a>.
        </p>
        {saver.saving.value.is !== 'saved' && (
          <p class="caution small">The newest edit isn’t saved yet: the page shows the draft as it was saved last.</p>
        )}
        {isOpen && <PreviewLinks survey={id} saved={saver.flush} />}
      </Sheet>
    </>
  )
}
