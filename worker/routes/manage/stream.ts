import { logError } from '../../log.ts'
/**
 * The text as a body: more is made only when somebody has read what there is. Where making it fails the body breaks
 * off, which a client can tell from its end; the status has long been sent.
 */
export function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await text.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      } catch (error) {
        logError('a download broke off', { error: String(error) })
        throw error
      }
    },
    async cancel() {
      await text.return(undefined)
    },
  })
}
