const beginnings: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** What a file of a user is, by what it begins with and not by its name: a PDF or a picture; nothing for all else. */
export const mediaTypeOf = (content: Uint8Array): string | undefined =>
  beginnings.find(([, start]) => start.every((byte, n) => content[n] === byte))?.[0]

/** How much of a file tells what it is. */
export const BYTES_THAT_TELL = 8
