import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import type { ClassEdit, ClassWanted, SchoolClass } from '../contract/school/class.ts'
import { permissions } from '../contract/permission.ts'
import { enrol } from '../enrol.ts'
import { isValid, MembershipRow } from '../membership.ts'
import { demandWithMembers, mayWithMembers } from '../patron.ts'
import { PersonRow } from '../person.ts'
import { typeName } from '../status-words.ts'

/** A class of a school, as a patron of one library. */
export interface ClassRow {
  id: string
  personId: string
  membershipId: string
  libraryId: UnitId
  branchId: UnitId
  school: string
  name: string
  lastGrade: number
  stays: boolean
  version: number
}
export class ClassRow extends Row {
  static override tableName = 'school_class'
}

/** `3A De Linde`: by which it is found at the desk and stands on its card. */
export const classTitle = ({ name, school }: Pick<ClassRow, 'name' | 'school'>) => `${name} ${school}`

/** The classes of a library, by school and name. */
export async function classesOf(ctx: Context, library: UnitId): Promise<SchoolClass[]> {
  if (!mayWithMembers(ctx, permissions.find, { libraryId: library, branchId: library })) throw notFound()
  const rows = await ClassRow.query(ctx.db).where({ library_id: library }).orderBy(['school', 'name', 'id'])
  const people = new Map((await PersonRow.query(ctx.db).findByIds(rows.map(({ personId }) => personId))).map(one => [one.id, one]))
  const memberships = new Map((await MembershipRow.query(ctx.db).findByIds(rows.map(({ membershipId }) => membershipId))).map(one => [one.id, one]))
  const today = ctx.today()
  return rows.flatMap(row => {
    const [person, membership] = [people.get(row.personId), memberships.get(row.membershipId)]
    return person && membership ? [{
      id: row.id, person: row.personId, school: row.school, name: row.name, lastGrade: row.lastGrade, stays: row.stays, version: row.version,
      teachers: person.contacts.filter(({ role, to }) => role === 'teacher' && (to ?? today) >= today).map(contact => contact.name),
      typeName: typeName(ctx, membership), until: membership.untilOn, isValid: isValid(membership, today),
      mayChange: mayWithMembers(ctx, permissions.change, row),
    }] : []
  })
}

/** Makes a class a patron: an institution with whoever teaches it as its contact, and a card. */
export async function addClass(ctx: Context, { id, person, branch, type, teacher, address, ...named }: ClassWanted): Promise<void> {
  const made = await enrol(ctx, {
    id, branch, type, different: true, card: 'generated',
    person: {
      id: person, kind: 'institution', familyName: classTitle(named), addresses: [address],
      contacts: [{ name: teacher, role: 'teacher', from: ctx.today(branch) }],
    },
  })
  const { libraryId } = await MembershipRow.query(ctx.db).findById(made.membership).throwIfNotFound()
  await ctx.db('school_class').insert({
    id, person_id: person, membership_id: made.membership, library_id: libraryId, branch_id: branch, school: named.school, name: named.name,
    last_grade: named.lastGrade, stays: named.stays, at: ctx.now.toString(),
  }).onConflict('id').ignore()
}

/** Calls a class otherwise, its patron with it. */
export async function editClass(ctx: Context, id: string, { version, ...named }: ClassEdit): Promise<ClassRow> {
  const row = await ClassRow.query(ctx.db).findById(id)
  if (!row || !mayWithMembers(ctx, permissions.find, row)) throw notFound()
  demandWithMembers(ctx, permissions.change, row)
  if (row.version !== version) throw movedOn()
  await ctx.db('school_class').where({ id, version }).update({ school: named.school, name: named.name,
    last_grade: named.lastGrade, stays: named.stays, version: version + 1 })
  await rename(ctx, row.personId, classTitle(named))
  return row
}

export const rename = (ctx: Context, person: string, name: string) =>
  ctx.db('person').where({ id: person }).update({ family_name: name, version: ctx.db.raw('version + 1') })

const movedOn = () => new Refusal(409, 'patrons.class-changed', {
  nl: 'Een collega wijzigde deze klas intussen. Kijk opnieuw.', en: 'A colleague changed this class meanwhile. Look again.',
  fr: 'Un collègue a modifié cette classe entre-temps. Vérifiez à nouveau.',
})
