import type { Sense } from './sense.ts'

/**
 * Where the server has a say too (caps, days, an identified person's clocks) the content is asked for by a POST, which passes its
 * gates; as text, it needs no preflight. Who asks is in its body and in no address.
 */
const ask: Sense = (felt) => {
  const isPrivate = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl
  Object.defineProperty(felt, 'request', {
    enumerable: true,
    get: () => ({ method: 'POST', body: JSON.stringify({ respondent: isPrivate ? undefined : felt.respondent }) }),
  })
}
export default ask
