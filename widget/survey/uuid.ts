/** A UUID of version 7 (RFC 9562, 5.7) from ms since 1970 and 10 random bytes, two of which give way to version and variant. */
export function uuidv7(now: number, random: Uint8Array): string {
  const bytes = Array.from(random, (byte, i) => (i === 0 ? (byte & 15) | 0x70 : i === 2 ? (byte & 63) | 0x80 : byte))
  const hex = [now.toString(16).padStart(12, '0'), ...bytes.map((byte) => byte.toString(16).padStart(2, '0'))].join('')
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
