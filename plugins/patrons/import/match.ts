import type { Context } from '#core/context.ts'
import type { ImportField } from '../contract/import.ts'
import { nationalHash } from '../privacy/national-number.ts'
import { idOf, type File, type FileRow } from './file.ts'
import { inColumns, type SaidRow } from './row.ts'
import type { ImportCode, Outcome } from './words.ts'

/** What is to be done with a row: somebody new, somebody known, or a line of the report. */
export type Judged = { readonly row: FileRow } & (
  | { readonly is: 'new'; readonly person: string; readonly said: SaidRow }
  | { readonly is: 'known'; readonly person: string; readonly said: SaidRow; /** Taken in from this very file before. */ readonly again: boolean; readonly cardFree: boolean }
  | { readonly is: 'told'; readonly outcome: Outcome; readonly faults: readonly Told[] })
export interface Told { readonly field: ImportField | null; readonly code: ImportCode; readonly known?: string | undefined }

interface Hit {
  readonly n: number
  readonly how: 'row' | 'number' | 'card' | 'taken' | 'national' | 'national-taken' | 'double'
  readonly person_id: string | null
}

/** The person that a row of a file makes: the same file brought again makes nobody twice. */
const personOf = ({ library, digest }: File, { line }: FileRow) => idOf('patrons.import', library, digest, String(line))

/** Looks all rows up at once, among the members of their own library only; of one that is wrong whether it is of somebody known. */
export async function judged(ctx: Context, file: File, rows: readonly FileRow[]): Promise<Judged[]> {
  const asked = rows.map((row, n) => ({ n, id: personOf(file, row), number: row.number, card: row.card, ...namedIn(ctx, row) }))
  const { rows: found } = await ctx.db.raw('select * from match_patrons(?, ?::jsonb)', [file.library, JSON.stringify(asked)])
  const hits = Map.groupBy(found as Hit[], ({ n }) => n)
  return rows.map((row, n) => judge(row, personOf(file, row), hits.get(n) ?? []))
}

/** Who a row without faults is about: family name first, as it is compared. */
const namedIn = (ctx: Context, { said }: FileRow) => said ? {
  name: `${said.familyName} ${said.firstName ?? ''}`, born: said.bornOn, kind: said.kind,
  national: nationalHash(ctx, said.kind === 'person' ? said.national : null)?.toString('hex') ?? null,
} : {}

const ways = ['row', 'number', 'card', 'national'] as const
const columnOf = { row: null, number: 'number', card: 'card', national: 'national' } as const

function judge(row: FileRow, person: string, hits: readonly Hit[]): Judged {
  const { said, faults, lacks } = row
  const told = (outcome: Outcome, ...lines: readonly Told[]): Judged => ({ row, is: 'told', outcome, faults: lines })
  const of = (how: Hit['how']) => hits.find(hit => hit.how === how)?.person_id ?? undefined
  const isTaken = (how: Hit['how']) => hits.some(hit => hit.how === how)
  const [first] = ways.flatMap(how => of(how) ?? [])
  const taken: Told[] = [
    ...(isTaken('taken') ? [{ field: 'card', code: 'card-taken' } as const] : []),
    ...(isTaken('national-taken') ? [{ field: 'national', code: 'national-taken' } as const] : []),
  ]
  const other = first === undefined ? undefined : ways.findLast(how => ![undefined, first].includes(of(how)))
  const conflict: Told[] = other ? [{ field: columnOf[other], code: 'conflict', known: first }] : []
  const wrong = inColumns<Told>([...faults, ...(first === undefined ? lacks : []), ...taken, ...conflict])
  if (!said || wrong.length) return told('faulty', ...wrong)
  if (first) return { row, is: 'known', person: first, said, again: of('row') !== undefined, cardFree: said.card !== null && !of('card') }
  const double = of('double')
  return double ? told('double', { field: 'familyName', code: 'double', known: double }) : { row, is: 'new', person, said }
}
