/**
 * What a line may say beside what happened: the request's id, which its sender was given too, and words of ours or of the database. Nothing
 * that a shopper or manager sent, no address of theirs, no query string.
 */
interface Told {
  request?: string | undefined
  method?: string
  /** The route's pattern, never the path that was asked for. */
  route?: string
  error?: string
}

/** One line of JSON for whoever runs the installation. */
export function logError(what: string, told: Told = {}): void {
  console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), what, ...told }))
}
