import { randomUUID } from 'node:crypto'
import type { UnitId } from '#core/contract.ts'
import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import { refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { addCard, CardRow } from '../card.ts'
import type { Confirmation } from '../contract/online.ts'
import { isSame } from '../double.ts'
import { endToday } from '../end.ts'
import { enrol, notTheSame, readMembership } from '../enrol.ts'
import { isValid, MembershipRow } from '../membership.ts'
import type { Altered } from '../merge/fields.ts'
import { standingOf, type Standing } from '../merge/memberships.ts'
import { moveRows } from '../merge/rows.ts'
import { everywhere, nationalsDiffer, nationalsOf } from '../merge/two.ts'
import { asColumns, nameOf, PersonRow } from '../person.ts'
import { nationalCarried } from '../privacy/national-number.ts'
import { termOf } from '../term.ts'

export interface Joining extends Confirmation { readonly onto: string }

/**
 * The person who enrolled online turns out to be one who was known: a merge like any other, noted as one, so that it is put
 * back from the list of merges. What came of the online enrolment ends as a double, and who was known is enrolled as at the
 * desk, unless they are a member here already or may borrow here as one of the region.
 */
export async function joinKnown(ctx: Context, membership: MembershipRow, person: PersonRow, { onto, card, takesContact }: Joining): Promise<string> {
  await PersonRow.query(ctx.db).whereIn('id', [person.id, onto]).orderBy('id').forUpdate().select('id')
  if (onto === person.id || !await isSame(ctx, person, onto)) throw refused([notTheSame()])
  const met = await meet(ctx, person, onto)
  const { branchId: branch, libraryId: library, type } = membership
  const today = ctx.today(branch)
  const plan = await termOf(ctx, { branch, type, from: today, postalCode: person.addresses[0]?.postalCode, personId: onto })
  const twin = await MembershipRow.query(ctx.db).findOne({ person_id: onto, library_id: library })
  const fields = takesContact ? contactOf(person, met.known) : {}
  const merge = await noteMerge(ctx, { onto, gone: person.id, libraries: met.libraries, fields, national: met.nationals.onlyGone })
  await ctx.db('person').where({ id: person.id }).update({ merged_into: onto, version: person.version + 1 })
  await endToday(ctx, membership, 'double', 'desk')
  const goesAlong = !twin && !plan.isRefused
  if (goesAlong) await ctx.db('membership').where({ id: membership.id }).update({ person_id: onto })
  const stays = twin !== undefined && isValid(twin, today)
  const before = twin && standingOf(twin)
  if (!stays && !plan.isRefused) await enrolAs(ctx, membership, person, onto)
  const target = plan.isRefused && !stays ? undefined : twin?.id ?? membership.id
  await noteStanding(ctx, merge, { row: membership.id, before: standingOf(membership), goesAlong })
  if (twin && before && !stays && !plan.isRefused) await noteStanding(ctx, merge, { row: twin.id, before, goesAlong: false })
  await moveRows(ctx, { merge: merge.id, kept: onto, gone: person.id, libraries: merge.libraries, joined: twin && target ? { [membership.id]: twin.id } : {} })
  await handOver(ctx, merge, { from: membership, target, printed: card })
  await ctx.db('person').where({ id: onto }).update({
    ...asColumns(Object.fromEntries(Object.entries(fields).map(([field, { after }]) => [field, after]))), version: ctx.db.raw('version + 1'),
    ...(met.nationals.onlyGone && await nationalCarried(ctx, person.id, onto)),
  })
  return onto
}

/** Both as they stand, looked up past the walls: what of the one is written over must come back. */
async function meet(ctx: Context, person: PersonRow, onto: string) {
  const mine = await everywhere(ctx, [person.id])
  if (mine.length > 1) throw refused([fault('patrons.member-elsewhere', '/onto',
    'Wie zich online inschreef, is intussen ook elders lid. Bevestig de inschrijving en voeg de twee samen onder “Dubbele leners”.',
    'Who enrolled online is a member elsewhere too by now. Confirm the enrolment and merge the two under “Double patrons”.',
    'La personne inscrite en ligne est entre-temps aussi membre ailleurs. Confirmez l’inscription et fusionnez les deux sous « Usagers en double ».')])
  const theirs = await everywhere(ctx, [onto])
  const known = await beyondReach(ctx, async () => PersonRow.query(ctx.db).findById(onto).throwIfNotFound())
  const nationals = await beyondReach(ctx, () => nationalsOf(ctx, onto, person.id))
  if (nationals.differ) throw refused([nationalsDiffer(nameOf(known), nameOf(person))])
  // A discreet membership stays known in its own library only.
  return { known, nationals, libraries: [...new Set([...mine, ...theirs.filter(({ discreet }) => !discreet)].map(({ libraryId }) => libraryId))] }
}

interface Noted { readonly id: string; readonly libraries: readonly UnitId[] }

async function noteMerge(ctx: Context, { onto, gone, libraries, fields, national }: {
  onto: string; gone: string; libraries: readonly UnitId[]; fields: Altered; national: boolean
}): Promise<Noted> {
  const id = randomUUID()
  await ctx.db('person_merge').insert({
    id, kept_id: onto, gone_id: gone, library_ids: [...libraries], fields: JSON.stringify(fields), national_came: national,
    staff_id: ctx.actor.id, staff_name: ctx.actor.name || null, at: ctx.now.toString(),
  })
  return { id, libraries }
}

/** What a membership was and became; that it went along with its person is said by the membership itself. */
async function noteStanding(ctx: Context, { id, libraries }: Noted, { row, before, goesAlong }: { row: string; before: Standing; goesAlong: boolean }) {
  await ctx.db('person_merge_row').insert({
    merge_id: id, library_ids: [...libraries], table_name: 'membership', row_id: row, membership_id: goesAlong ? row : null,
    before: JSON.stringify(before), after: JSON.stringify(standingOf(await readMembership(ctx, row))),
  })
}

const enrolAs = (ctx: Context, { branchId: branch, type }: MembershipRow, { familyName, bornOn, addresses }: PersonRow, onto: string) => enrol(ctx, {
  id: randomUUID(), branch, type, onto, person: { id: randomUUID(), kind: 'person', familyName, bornOn, addresses },
}, 'online')

/** The number that somebody got online goes along, or makes way for a printed card; where nothing is to be borrowed by it, it ends. */
async function handOver(ctx: Context, { id, libraries }: Noted, { from, target, printed }: {
  from: MembershipRow; target: string | undefined; printed: string | undefined
}) {
  if (printed === undefined && target !== undefined) return
  const cards = await ctx.db('person_merge_row').where({ merge_id: id, table_name: 'card' }).pluck('row_id')
  await ctx.db('card').whereIn('id', cards).whereNull('until_on').update({ until_on: ctx.today(from.branchId) })
  if (printed === undefined || target === undefined) return
  const number = await addCard(ctx, await readMembership(ctx, target), printed)
  const card = await CardRow.query(ctx.db).findOne({ number }).whereNull('until_on').throwIfNotFound()
  // Put back, it is of whoever was given it at the desk.
  await ctx.db('person_merge_row').insert({ merge_id: id, library_ids: [...libraries], table_name: 'card', row_id: card.id, membership_id: from.id })
}

/** What was filled in online is the newest that is known; what was left open stays as it was. */
function contactOf({ email, phones, addresses }: PersonRow, known: PersonRow): Altered {
  const after = { ...(email !== null && { email }), ...(phones.length > 0 && { phones }), ...(addresses.length > 0 && { addresses }) }
  return Object.fromEntries(Object.entries(after).map(([field, value]) => [field, { before: known[field as keyof PersonRow], after: value }]))
}
