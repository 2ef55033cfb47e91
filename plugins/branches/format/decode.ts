const withoutMark = (text: string): string => text.startsWith('\uFEFF') ? text.slice(1) : text

/** Windows text of ASCII characters carries a zero in every second byte when written as UTF-16. */
const halfZero = (bytes: Uint8Array, odd: 0 | 1): boolean => {
  const sample = bytes.subarray(0, 200)
  const zeros = sample.filter((byte, at) => at % 2 === odd && byte === 0).length
  return sample.length >= 4 && zeros > sample.length / 4
}

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE) return 'utf-16le'
  if (bytes[0] === 0xFE && bytes[1] === 0xFF) return 'utf-16be'
  if (halfZero(bytes, 1)) return 'utf-16le'
  if (halfZero(bytes, 0)) return 'utf-16be'
  return 'utf-8'
}

/** A file's text, whichever program saved it: UTF-8, UTF-16 with or without its mark, or Windows-1252. */
export const decoded = (content: string | Uint8Array): string => {
  if (typeof content === 'string') return withoutMark(content)
  const encoding = encodingOf(content)
  try {
    return withoutMark(new TextDecoder(encoding, { fatal: true }).decode(content))
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
