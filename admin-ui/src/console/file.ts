import { BYTES_THAT_TELL, mediaTypeOf } from '#core/contract/upload.ts'

/** Spreadsheets of older desks are not UTF-8; what is not, is read as they write. "Unicode text" of Excel is UTF-16. */
export const textOf = async (file: File) => {
  const bytes = await file.arrayBuffer()
  const [one, two] = new Uint8Array(bytes)
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Gives the browser a file to keep. */
export const saveAs = (name: string, content: string, type: string) => {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** A file as it goes along in a message. */
export const inBase64 = async (file: File) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // More than some thousand arguments at once are too many for a browser.
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return btoa(pieces.join(''))
}

/** Why a file does not go along, as the server will say too: it is too large, or no PDF or picture. */
export const faultOf = async (file: File, bytesAtMost: number): Promise<'tooLarge' | 'wrongType' | undefined> => {
  if (file.size > bytesAtMost) return 'tooLarge'
  const start = await file.slice(0, BYTES_THAT_TELL).arrayBuffer()
  return mediaTypeOf(new Uint8Array(start)) ? undefined : 'wrongType'
}
