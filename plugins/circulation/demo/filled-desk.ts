import type { Knex } from 'knex'
import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { Chance } from './chance.ts'
import { drawItems, type DrawnItem } from './drawn-item.ts'
import { drawLoans } from './drawn-loan.ts'
import { drawMembers, placesOf, type DrawnMember, type Row } from './drawn-member.ts'

export interface DeskSize { readonly persons: number; readonly items: number; readonly loans: number; readonly seed?: number }

/** So many rows go to the database at once. */
const BATCH = 5_000

/**
 * Invented people, items and loans for some branches: the same seed draws the same. Rows go in as they are, past the
 * desk: a demo must not take minutes to start, and a loan of last month could not be made today. Due days are those
 * that the rules and calendars of the region give.
 */
export async function fillDesk(
  db: Knex, reading: Configuration, today: Day, branches: readonly UnitId[], { persons, items, loans, seed = 7 }: DeskSize,
): Promise<void> {
  const chance = new Chance(seed)
  const places = placesOf(reading, branches, today)
  const members: DrawnMember[] = [...take(drawMembers(chance, places, today), persons)]
  const copies: DrawnItem[] = [...take(drawItems(chance, places, today), items)]
  await insert(db, 'person', members.map(({ person }) => person))
  await insert(db, 'membership', members.map(({ membership }) => membership))
  await insert(db, 'membership_period', members.map(({ period }) => period))
  await insert(db, 'card', members.map(({ card }) => card))
  await insert(db, 'item', copies.map(({ row }) => row))
  const drawn = [...take(drawLoans(chance, reading, today, members, copies), loans)]
  await insert(db, 'loan', drawn.map(({ loan }) => loan))
  await insert(db, 'loan_step', drawn.map(({ step }) => step))
}

function* take<T>(from: Iterable<T>, most: number): Generator<T> {
  let left = most
  if (left > 0) for (const one of from) {
    yield one
    if (--left === 0) return
  }
}

/** What a row does not say keeps its default: rows of one kind all say the same. */
async function insert(db: Knex, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const named = columns.map(() => '??').join(', ')
  for (let start = 0; start < rows.length; start += BATCH) {
    await db.raw(`insert into ?? (${named}) select ${named} from jsonb_populate_recordset(null::??, ?::jsonb)`,
      [table, ...columns, ...columns, table, JSON.stringify(rows.slice(start, start + BATCH))])
  }
}
