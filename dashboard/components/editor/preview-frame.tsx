import { useEffect, useRef, useState } from 'preact/hooks'
import type { PreviewHeard, PreviewShow } from '../../../worker/contract/editor-preview.ts'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { useWidth } from '../use-width.ts'

/** In CSS pixels of the device. */
const sizes = { phone: { width: 390, height: 640 }, desktop: { width: 1100, height: 740 } }

interface Props {
  content: SurveyContent
  theme: 'light' | 'dark'
  device: keyof typeof sizes
  /** Another one begins the survey anew. */
  round: number
}

/** A page with the widget in a frame of its own, as large as it would be on the device and then made to fit. */
export function PreviewFrame({ content, theme, device, round }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  const begun = useRef(round)
  const { ref: place, width: room } = useWidth<HTMLDivElement>()
  const { width, height } = sizes[device]
  const scale = Math.min(1, room / width)

  useEffect(() => {
    // A sandboxed page has no origin to be told by: it is known by its window.
    const hear = ({ source, data }: MessageEvent<PreviewHeard>) => {
      if (source === frame.current?.contentWindow && data === 'ready') setReady(true)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])
  useEffect(() => {
    if (!isReady) return
    const show: PreviewShow = { content, theme, restart: begun.current !== round }
    begun.current = round
    frame.current?.contentWindow?.postMessage(show, '*')
  }, [isReady, content, theme, device, round])

  return (
    <div ref={place} class="frame-place" style={{ height: `${height * scale}px` }}>
      <iframe
        ref={frame}
        title="The survey on a page of a shop"
        src="/preview"
        sandbox="allow-scripts allow-forms"
        class={device}
        style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
      />
    </div>
  )
}
