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
