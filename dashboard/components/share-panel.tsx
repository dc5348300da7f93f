import { useRef, useState } from 'preact/hooks'
import { ShareLinks } from './share-links.tsx'
import { Sheet } from './sheet.tsx'

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
      <Sheet dialog={sheet} id="share" title="Share the report" closed={() => setOpen(false)}>
        <p class="small soft">
          Whoever has a link reads scores, trend, segments, notes and the names of tags, and can filter by them: no comments, no
          contacts, no single responses. It works without signing in, until you revoke it.
        </p>
        {isOpen && <ShareLinks survey={survey} />}
      </Sheet>
    </>
  )
}
