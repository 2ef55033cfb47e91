import { inBase64, textOf } from '#console/file.ts'
import { SHEET_BYTES_AT_MOST } from '#plugins/parameters/contract/answer/sheet.ts'

/** A sheet as it goes to the server: text, or a workbook in base64. */
export type Sent = { readonly name: string } & ({ readonly text: string } | { readonly file: string })

/** Reads a file; null when it is too large to be sent. */
export const readSheet = async (file: File): Promise<Sent | null> => {
  if (file.size > SHEET_BYTES_AT_MOST) return null
  return /\.(?:xls[xm]?|ods)$/i.test(file.name) ? { name: file.name, file: await inBase64(file) } : { name: file.name, text: await textOf(file) }
}
