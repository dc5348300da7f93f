/** A source of chance that says the same whenever it begins with the same words; for tests alone. */
export function seeded(words: string): Crypto {
  let state = 2_166_136_261
  for (const letter of words) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619)
  const byte = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) & 255
  }
  const getRandomValues = <T extends ArrayBufferView>(view: T): T => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    for (let i = 0; i < bytes.length; i++) bytes[i] = byte()
    return view
  }
  const randomUUID = () => {
    const hex = Array.from({ length: 32 }, () => (byte() & 15).toString(16)).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  const { subtle } = crypto
  return new Proxy(crypto, {
    get: (_, name) => ({ getRandomValues, randomUUID, subtle })[name as 'subtle'],
  })
}
