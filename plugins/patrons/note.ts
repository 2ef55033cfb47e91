import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import type { NoteWanted } from './contract/act.ts'
import type { PatronNote } from './contract/page.ts'
import { permissions } from './contract/permission.ts'
import { libraryOfBranch } from './enrol.ts'
import { idUsed } from './id-used.ts'
import { demandActing, demandWithMembers, mayWithMembers, placeOf, readPatron } from './patron.ts'

/** What a colleague wants whoever serves somebody to know; seen in the library where it was written. */
export interface NoteRow {
  id: string
  personId: string
  libraryId: UnitId
  branchId: UnitId
  text: string
  popsUp: boolean
  untilOn: Day | null
  staffId: string | null
  staffName: string | null
  at: string
}
export class NoteRow extends Row {
  static override tableName = 'patron_note'
}

/** The notes that still count, those that pop up first. */
export async function notesOf(ctx: Context, personId: string): Promise<PatronNote[]> {
  const rows = await NoteRow.query(ctx.db).where({ person_id: personId }).orderBy([{ column: 'pops_up', order: 'desc' }, { column: 'at', order: 'desc' }])
  const today = ctx.today()
  return rows.filter(({ untilOn }) => untilOn === null || untilOn >= today)
    .map(({ id, text, popsUp, untilOn, staffName, at, branchId, libraryId }) => ({
      id, text, popsUp, until: untilOn, by: staffName, at, library: placeOf(ctx, libraryId), mayChange: mayWithMembers(ctx, permissions.change, { branchId, libraryId }),
    }))
}

/** Leaves a note; sent twice it stays one. */
export async function leaveNote(ctx: Context, personId: string, { id, branch, text, popsUp, until = null }: NoteWanted): Promise<void> {
  const patron = await readPatron(ctx, personId)
  demandActing(ctx, permissions.change, patron)
  ctx.demand(permissions.change, branch)
  const row = {
    id, person_id: patron.person.id, library_id: libraryOfBranch(ctx, branch), branch_id: branch, text, pops_up: popsUp, until_on: until,
    staff_id: ctx.actor.id, staff_name: ctx.actor.name, at: ctx.now.toString(),
  }
  const [added] = await ctx.db('patron_note').insert(row).onConflict('id').ignore().returning('id')
  if (!added && (await NoteRow.query(ctx.db).findById(id))?.personId !== patron.person.id) throw idUsed()
}

/** Takes a note away: it stops counting yesterday, and the history keeps that it was there. */
export async function dropNote(ctx: Context, id: string): Promise<string> {
  const note = await NoteRow.query(ctx.db).findById(id)
  if (!note || !mayWithMembers(ctx, permissions.find, note)) throw notFound()
  demandWithMembers(ctx, permissions.change, note)
  const yesterday = Temporal.PlainDate.from(ctx.today()).subtract({ days: 1 }).toString()
  await ctx.db('patron_note').where({ id }).update({ until_on: yesterday })
  return note.personId
}
