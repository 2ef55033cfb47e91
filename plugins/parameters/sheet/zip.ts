import { crc32, inflateRawSync } from 'node:zlib'

/** What a spreadsheet of a region never needs; a file that says it holds more is not opened further. */
const BYTES_AT_MOST = 12 * 1024 * 1024
const ENTRIES_AT_MOST = 200
const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]

export type Entries = ReadonlyMap<string, Buffer>

/** A file whose parts together are larger than any spreadsheet needs to be. */
export class TooLarge extends Error {}

/**
 * The parts of a zip, by name, as its table of contents has them. Their sizes are what comes out, not what the file
 * says: a part that grows beyond what is left is broken off. Throws for what is no zip.
 */
export function unzipped(file: Buffer): Entries {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('No zip')
  const count = file.readUInt16LE(end + 10)
  if (count > ENTRIES_AT_MOST) throw new TooLarge()
  const parts = new Map<string, Buffer>()
  let at = file.readUInt32LE(end + 16)
  let left = BYTES_AT_MOST
  for (let n = 0; n < count; n++) {
    if (file.readUInt32LE(at) !== ENTRY) throw new Error('No table of contents')
    const [names, extra, comment] = [28, 30, 32].map(offset => file.readUInt16LE(at + offset)) as [number, number, number]
    const name = file.toString('utf8', at + 46, at + 46 + names)
    const part = partAt(file, {
      at: file.readUInt32LE(at + 42), method: file.readUInt16LE(at + 10), size: file.readUInt32LE(at + 20), left,
    })
    left -= part.length
    parts.set(name, part)
    at += 46 + names + extra + comment
  }
  return parts
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

/** The parts as a zip again, not packed: what reads it finds these and nothing else. */
export function zipped(parts: Entries): Buffer {
  const [bodies, contents]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, part] of parts) {
    const title = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    // The names are UTF-8.
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt32LE(crc32(part), 10)
    head.writeUInt32LE(part.length, 14)
    head.writeUInt32LE(part.length, 18)
    head.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    bodies.push(number(LOCAL), head, title, part)
    contents.push(number(ENTRY), Buffer.from([20, 0]), head, place, title)
    at += 30 + title.length + part.length
  }
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(table.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, table, number(END), end])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
