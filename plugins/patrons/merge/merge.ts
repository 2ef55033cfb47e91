import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import { Refusal, refused, type Fault } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import { fault } from '#core/wording.ts'
import { monthsOf } from '../months.ts'
import { cancelled } from '../contract/event.ts'
import type { MergeWanted } from '../contract/merge.ts'
import { isEnded, type MembershipRow } from '../membership.ts'
import { addPeriod } from '../period.ts'
import { asColumns, PersonRow } from '../person.ts'
import { alteredBy, tooMany, type Altered } from './fields.ts'
import { columnsOf, joinedStandings, standingOf } from './memberships.ts'
import { moveRows } from './rows.ts'
import { nationalCarried } from '../privacy/national-number.ts'
import { faultsOf, nationalsOf, readTwo, type Met } from './two.ts'

/** That two rows turned out to be one human: when, by whom, and what is needed when it was wrong. */
export interface MergeRow {
  id: string
  keptId: string
  goneId: string
  libraryIds: string[]
  fields: Altered
  nationalCame: boolean
  staffName: string | null
  at: string
  putBackAt: string | null
  putBackName: string | null
  stays: { fields: string[]; memberships: number } | null
}
export class MergeRow extends Row {
  static override tableName = 'person_merge'
}

/** Makes one person of two, whole or not at all. Under an id that came before it is the merge of then. */
export async function mergePersons(ctx: Context, { id, keep, gone, keepVersion, goneVersion, take }: MergeWanted): Promise<string> {
  await PersonRow.query(ctx.db).whereIn('id', [keep, gone]).orderBy('id').forUpdate().select('id')
  const before = await MergeRow.query(ctx.db).findById(id)
  if (before) return sameMerge(before, keep, gone)
  const met = await readTwo(ctx, keep, gone)
  const nationals = await nationalsOf(ctx, keep, gone)
  const faults = [...faultsOf(ctx, met, nationals), ...tooMany(met, take).map(tooManyOf)]
  if (faults.length) throw refused(faults)
  if (met.keep.version !== keepVersion || met.gone.version !== goneVersion) throw changedMeanwhile()
  const libraries = [...new Set(met.memberships.map(({ libraryId }) => libraryId))]
  const fields = alteredBy(met, take)
  await ctx.db('person_merge').insert({
    id, kept_id: keep, gone_id: gone, library_ids: libraries, fields: JSON.stringify(fields),
    national_came: nationals.onlyGone, staff_id: ctx.actor.id, staff_name: ctx.actor.name || null, at: ctx.now.toString(),
  })
  await ctx.db('person').where({ id: gone }).update({ merged_into: keep, version: goneVersion + 1 })
  await ctx.db('person').where({ id: keep }).update({
    ...asColumns(Object.fromEntries(Object.entries(fields).map(([field, { after }]) => [field, after]))), version: keepVersion + 1,
    ...(nationals.onlyGone && await nationalCarried(ctx, gone, keep)),
  })
  const joined = await mergeMemberships(ctx, id, met, libraries)
  await moveRows(ctx, { merge: id, kept: keep, gone, libraries, joined })
  return keep
}

/** A membership goes along as it is, or into the one of the same library; those by which that one took their place. */
async function mergeMemberships(ctx: Context, merge: string, { keep, gone, memberships }: Met, libraries: readonly string[]) {
  const joined: Record<string, string> = {}
  const note = (row: string, standing: object = {}) =>
    ctx.db('person_merge_row').insert({ merge_id: merge, library_ids: libraries, table_name: 'membership', row_id: row, ...standing })
  for (const one of memberships.filter(({ personId }) => personId === gone.id)) {
    const twin = memberships.find(({ personId, libraryId }) => personId === keep.id && libraryId === one.libraryId)
    if (twin) {
      const after = joinedStandings(twin, one, ctx.today(twin.branchId))
      for (const [row, standing] of [[twin, after.kept], [one, after.gone]] as const) {
        await ctx.db('membership').where({ id: row.id }).update({ ...columnsOf(standing), version: row.version + 1 })
        await note(row.id, { before: JSON.stringify(standingOf(row)), after: JSON.stringify(standing) })
      }
      joined[one.id] = twin.id
      await addPeriod(ctx, Object.assign(twin, after.kept), { id: randomUUID(), act: 'merged', channel: 'desk' })
      await announceEnd(ctx, one)
    } else {
      await ctx.db('membership').where({ id: one.id }).update({ person_id: keep.id, version: one.version + 1 })
      await note(one.id)
    }
  }
  return joined
}

/** The accounts hear of a membership that ended as a double, as of every other that ends. */
async function announceEnd(ctx: Context, membership: MembershipRow) {
  const { id, personId: person, libraryId: library, branchId: branch } = membership
  const endsOn = ctx.today(branch)
  if (isEnded(membership, endsOn)) return
  await ctx.emit(cancelled, { membership: id, person, library, branch, endsOn, reason: 'double', ...monthsOf(membership, endsOn) })
}

function sameMerge({ keptId, goneId }: MergeRow, keep: string, gone: string): string {
  if (keptId === keep && goneId === gone) return keep
  throw new Refusal(409, 'core.id-used', {
    nl: 'Onder dit nummer is al iets anders verstuurd. Verstuur het opnieuw onder een nieuw nummer.',
    en: 'Something else was sent under this id. Send it again under a new one.',
    fr: 'Autre chose a déjà été envoyé sous ce numéro. Renvoyez-le sous un nouveau numéro.',
  })
}

const changedMeanwhile = () => new Refusal(409, 'patrons.changed-meanwhile', {
  nl: 'De gegevens van een van beide zijn intussen gewijzigd. Vergelijk opnieuw.',
  en: 'The details of one of the two were changed meanwhile. Compare again.',
  fr: 'Les données de l’un des deux ont changé entre-temps. Comparez à nouveau.',
})

const tooManyOf = (field: string): Fault => fault('patrons.merge-too-many', `/take/${field}`,
  'Samen zijn dit er te veel. Kies die van één van beide.', 'Together these are too many. Choose those of one of the two.',
  'Ensemble, il y en a trop. Choisissez ceux de l’un des deux.')
