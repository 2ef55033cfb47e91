import { Obstacle } from '../obstacle.ts'

/**
 * A copy of an installation: a header, one line per row, and an end that seals it.
 *
 * Rows are kept as PostgreSQL writes them and never read as numbers of ours, so nothing is rounded.
 */
export const FORMAT = 1

export interface Header {
  readonly filiaal: 'copy'
  readonly format: number
  readonly product: string
  readonly created: string
  readonly kind: string
  /** The schema the rows fit in: every migration that had been applied. */
  readonly migrations: readonly string[]
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
}

export interface End {
  /** Of each table the digest of its rows, in order. */
  readonly digests: Readonly<Record<string, string>>
  /** The last value each sequence gave out, or null. */
  readonly sequences: Readonly<Record<string, string | null>>
  /** Of every byte before this line. */
  readonly sha256: string
}

export const rowLine = (table: string, row: string) => `{"t":${JSON.stringify(table)},"r":${row}}\n`

export function readHeader(line: string | undefined): Header {
  const header = parse(line)
  if (header?.['filiaal'] !== 'copy') throw new Obstacle('This file is not a copy made by npm run export.')
  if (header['format'] !== FORMAT) {
    throw new Obstacle(
      `This copy has format ${String(header['format'])}, and this Filiaal reads ${FORMAT}: use the version that made it.`,
    )
  }
  return header as unknown as Header
}

/** The table and the untouched text of one row; nothing when the line is not a row. */
export function readRow(line: string): { readonly table: string; readonly row: string } | undefined {
  const found = /^\{"t":"([a-z0-9_]+)","r":(\{.*\})\}$/s.exec(line)
  return found?.[1] && found[2] ? { table: found[1], row: found[2] } : undefined
}

export function readEnd(line: string): End | undefined {
  const end = parse(line)?.['end']
  return end ? end as End : undefined
}

function parse(line = ''): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
