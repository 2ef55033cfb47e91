import { mediaTypeOf } from './contract/upload.ts'
import type { Fault } from './refusal.ts'
import { fault } from './wording.ts'

/** Says that a file is saved and never shown in the console's own place: what comes from outside runs nothing here. */
export const savedAs = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`

const MB = 2 ** 20

export interface Upload { readonly bytes: Buffer; readonly mediaType: string; readonly faults: readonly Fault[] }

/** A PDF or picture that somebody sends along, as base64; anything else, and what is too large, is a fault at `/content`. */
export function readUpload(content: string, bytesAtMost: number): Upload {
  const bytes = Buffer.from(content, 'base64')
  const mediaType = mediaTypeOf(bytes)
  const most = bytesAtMost / MB
  return {
    bytes, mediaType: mediaType ?? '',
    faults: [
      ...(mediaType ? [] : [fault('core.no-such-file', '/content',
        'Dit is geen pdf, png of jpeg.', 'This is no PDF, PNG or JPEG.', 'Ce n’est ni un PDF, ni un PNG, ni un JPEG.')]),
      ...(bytes.length <= bytesAtMost ? [] : [fault('core.file-too-large', '/content',
        `Het bestand is groter dan ${most} MB.`, `The file is larger than ${most} MB.`, `Le fichier dépasse ${most} Mo.`)]),
    ],
  }
}

/** A file as it is given back. */
export interface KeptFile { readonly name: string; readonly media_type: string; readonly content: Buffer }
