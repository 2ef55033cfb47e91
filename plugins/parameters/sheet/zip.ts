import { inflateRawSync } from 'node:zlib'

/** What a spreadsheet of a region never needs; a file that says it holds more is not opened further. */
const BYTES_AT_MOST = 12 * 1024 * 1024
const ENTRIES_AT_MOST = 200
const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
/** Of zips whose sizes take eight bytes. */
const [LOCATOR, LONG_END, LONG_FIELD, LONG] = [0x07064b50, 0x06064b50, 1, 0xffffffff]

export type Entries = ReadonlyMap<string, Buffer>

/** A file whose parts together are larger than any spreadsheet needs to be. */
export class TooLarge extends Error {}

/**
 * The parts of a zip, by name, as its table of contents has them. Their sizes are what comes out, not what the file
 * says: a part that grows beyond what is left is broken off. Throws for what is no zip.
 */
export function unzipped(file: Buffer): Entries {
  const { count, ...table } = contentsOf(file)
  if (count > ENTRIES_AT_MOST) throw new TooLarge()
  const parts = new Map<string, Buffer>()
  let { at } = table
  let left = BYTES_AT_MOST
  for (let n = 0; n < count; n++) {
    if (file.readUInt32LE(at) !== ENTRY) throw new Error('No table of contents')
    const [names, extra, comment] = [28, 30, 32].map(offset => file.readUInt16LE(at + offset)) as [number, number, number]
    const name = file.toString('utf8', at + 46, at + 46 + names)
    const [, size, place] = longOnes(file.subarray(at + 46 + names, at + 46 + names + extra),
      [24, 20, 42].map(offset => file.readUInt32LE(at + offset)))
    const part = partAt(file, { at: place ?? 0, method: file.readUInt16LE(at + 10), size: size ?? 0, left })
    left -= part.length
    parts.set(name, part)
    at += 46 + names + extra + comment
  }
  return parts
}

/** Where the table of contents stands and how many parts it has; in a long zip, and in what was streamed, further on. */
function contentsOf(file: Buffer): { count: number; at: number } {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('No zip')
  const short = { count: file.readUInt16LE(end + 10), at: file.readUInt32LE(end + 16) }
  if (short.count !== 0xffff && short.at !== LONG) return short
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== LOCATOR) return short
  const long = Number(file.readBigUInt64LE(locator + 8))
  if (file.readUInt32LE(long) !== LONG_END) throw new Error('No table of contents')
  return { count: Number(file.readBigUInt64LE(long + 32)), at: Number(file.readBigUInt64LE(long + 48)) }
}

/** Numbers that do not fit their place stand in a field of their own, one after another. */
function longOnes(extra: Buffer, numbers: readonly number[]): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== LONG_FIELD) at += 4 + extra.readUInt16LE(at + 2)
  let field = at + 4
  return numbers.map(short => {
    if (short !== LONG || field + 8 > extra.length) return short
    field += 8
    return Number(extra.readBigUInt64LE(field - 8))
  })
}

function partAt(file: Buffer, { at, method, size, left }: { at: number; method: number; size: number; left: number }): Buffer {
  if (file.readUInt32LE(at) !== LOCAL) throw new Error('No part')
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const packed = file.subarray(start, start + size)
  if (packed.length > left) throw new TooLarge()
  if (method === 0) return packed
  if (method !== 8) throw new Error('Packed in another way')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : error
  }
}
