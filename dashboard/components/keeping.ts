/** A survey whose trend is somebody's own: its notes tell what came before and after them, and managers write there. */
export interface Keeping {
  survey: string
  segments: Record<string, string>
  mayWrite: boolean
  /** After something was written. */
  written: () => void
}
