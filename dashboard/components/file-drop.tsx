import { useId, useState } from 'preact/hooks'

interface Props {
  file: File | null
  choose: (file: File) => void
  busy: boolean
  accept: string
  /** "CSV or NDJSON" */
  kinds: string
}

/** A file, by choosing or dropping it. */
export function FileDrop({ file, choose, busy, accept, kinds }: Props) {
  const [over, setOver] = useState(false)
  const hint = useId()
  const take = (files: FileList | null | undefined) => files?.[0] && choose(files[0])
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer?.files)
  }
  function dragOver(event: DragEvent) {
    event.preventDefault()
    setOver(true)
  }
  return (
    <label class={over ? 'drop over' : 'drop'} onDragOver={dragOver} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input type="file" accept={accept} aria-describedby={hint} onChange={(event) => take(event.currentTarget.files)} />
      <span class="name">{file ? file.name : 'Choose a file'}</span>
      <span class="soft small" id={hint}>
        {busy ? 'Looking at it …' : file ? `${size(file.size)} · choose another` : `or drop it here: ${kinds}`}
      </span>
    </label>
  )
}

/** "12.3 MB" */
function size(bytes: number): string {
  const [unit, by] = bytes < 1e6 ? (['kB', 1e3] as const) : (['MB', 1e6] as const)
  return `${(bytes / by).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`
}
