import { highlight } from '../models/highlight.ts'

/** A stranger's words with what was looked for marked: text nodes all of it. */
export function Marked({ text, typed }: { text: string; typed: string }) {
  if (!typed) return <>{text}</>
  return <>{highlight(text, typed).map((piece) => (piece.isHit ? <mark>{piece.text}</mark> : piece.text))}</>
}
