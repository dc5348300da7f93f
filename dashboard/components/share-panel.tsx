import { useRef, useState } from 'preact/hooks'
import { ShareLinks } from './share-links.tsx'

/** Links by which others read a survey's report without signing in. */
export function SharePanel({ survey }: { survey: string }) {
  const sheet = useRef<HTMLDialogElement>(null)
  // What a link was is told once: closing the sheet forgets it.
  const [isOpen, setOpen] = useState(false)
  function show() {
    setOpen(true)
    sheet.current?.showModal()
  }
  return (
    <>
      <button type="button" onClick={show}>
        Share
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; this is for the click beside it. */}
      <dialog
        class="sheet"
        ref={sheet}
        aria-labelledby="share"
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      >
        <div>
          <h2 id="share">Share the report</h2>
          <p class="small soft">
            Whoever has a link reads scores, trend and segments, and can filter them: no comments, no contacts, no single
            responses. It works without signing in, until you revoke it.
          </p>
          {isOpen && <ShareLinks survey={survey} />}
          <form method="dialog">
            <button type="submit">Done</button>
          </form>
        </div>
      </dialog>
    </>
  )
}
