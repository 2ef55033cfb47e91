import type { Context } from '#core/context.ts'
import type { ImportField } from '../contract/import.ts'
import { idOf, type File, type FileRow } from './file.ts'
import type { SaidRow } from './row.ts'
import type { ImportCode, Outcome } from './words.ts'

/** What is to be done with a row: somebody new, somebody known, or a line of the report. */
export type Judged = { readonly row: FileRow } & (
  | { readonly is: 'new'; readonly person: string; readonly said: SaidRow }
  | { readonly is: 'known'; readonly person: string; readonly said: SaidRow; /** Taken in from this very file before. */ readonly again: boolean; readonly cardFree: boolean }
  | { readonly is: 'told'; readonly outcome: Outcome; readonly faults: readonly Told[] })
export interface Told { readonly field: ImportField | null; readonly code: ImportCode; readonly known?: string | undefined }

interface Hit { readonly n: number; readonly how: 'row' | 'number' | 'card' | 'taken' | 'double'; readonly person_id: string | null }

/** The person that a row of a file makes: the same file brought again makes nobody twice. */
const personOf = ({ library, digest }: File, { line }: FileRow) => idOf('patrons.import', library, digest, String(line))

/** Looks all rows up at once, among the members of their own library only. */
export async function judged(ctx: Context, file: File, rows: readonly FileRow[]): Promise<Judged[]> {
  const asked = rows.flatMap(({ said, faults }, n) => said && !faults.length
    ? [{ n, id: personOf(file, rows[n] as FileRow), number: said.number, card: said.card, name: nameIn(said), born: said.bornOn, kind: said.kind }] : [])
  const { rows: found } = await ctx.db.raw('select * from match_patrons(?, ?::jsonb)', [file.library, JSON.stringify(asked)])
  const hits = Map.groupBy(found as Hit[], ({ n }) => n)
  return rows.map((row, n) => judge(row, personOf(file, row), hits.get(n) ?? []))
}

/** Family name first, as it is compared. */
const nameIn = ({ familyName, firstName }: SaidRow) => [familyName, firstName].filter(Boolean).join(' ')

function judge(row: FileRow, person: string, hits: readonly Hit[]): Judged {
  const { said, faults } = row
  const told = (outcome: Outcome, ...lines: readonly Told[]): Judged => ({ row, is: 'told', outcome, faults: lines })
  if (!said || faults.length) return told('faulty', ...faults)
  const of = (how: Hit['how']) => hits.find(hit => hit.how === how)?.person_id ?? undefined
  const [before, byNumber, byCard, double] = [of('row'), of('number'), of('card'), of('double')]
  if (hits.some(({ how }) => how === 'taken')) return told('faulty', { field: 'card', code: 'card-taken' })
  if (byNumber && byCard && byNumber !== byCard) return told('faulty', { field: 'card', code: 'conflict', known: byNumber })
  const known = before ?? byNumber ?? byCard
  if (known) return { row, is: 'known', person: known, said, again: before !== undefined, cardFree: said.card !== null && !byCard }
  if (double) return told('double', { field: 'familyName', code: 'double', known: double })
  return { row, is: 'new', person, said }
}
