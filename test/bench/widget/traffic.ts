import type { CDPSession } from 'playwright-core'

/** Bytes of one answer as they came over the line. */
export interface Weight {
  url: string
  headers: number
  body: number
}

/** Weighs what a page loads from an origin; the list grows as answers end. */
export function weighTraffic(cdp: CDPSession, origin: string): Weight[] {
  const weights: Weight[] = []
  const begun = new Map<string, Weight>()
  cdp.on('Network.responseReceived', ({ requestId, response: { url, encodedDataLength } }) => {
    if (url.startsWith(origin)) begun.set(requestId, { url, headers: encodedDataLength, body: 0 })
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const weight = begun.get(requestId)
    if (weight) weights.push({ ...weight, body: encodedDataLength - weight.headers })
  })
  return weights
}
