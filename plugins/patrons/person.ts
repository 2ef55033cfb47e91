import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { Row } from '#core/row.ts'
import { idUsed } from './id-used.ts'
import type { Address, Contact, NewPerson, PersonEdit } from './contract/person.ts'

/** A human being or an institution, once for the whole region; who reads the row follows from the memberships. */
export interface PersonRow {
  id: string
  number: number
  kind: 'person' | 'institution'
  familyName: string
  firstName: string | null
  title: string | null
  preferredName: string | null
  tag: string | null
  sex: 'f' | 'm' | 'x' | null
  bornOn: Day | null
  deceasedOn: Day | null
  language: Language
  email: string | null
  copies: string[]
  phones: string[]
  addresses: Address[]
  contacts: Contact[]
  externalNumbers: string[]
  nationalSealed: Buffer | null
  nationalHash: Buffer | null
  showsHistory: boolean
  keepsHistory: boolean
  warnsBorrowedBefore: boolean
  notReturned: number
  restrictedOn: Day | null
  mergedInto: string | null
  version: number
  madeAt: string
  libraryIds: UnitId[]
  branchIds: UnitId[]
  addressKey: string | null
}
export class PersonRow extends Row {
  static override tableName = 'person'
}

/** Lists stand in columns of JSON; a list that is handed over as it is would be taken for an array of PostgreSQL. */
export const asColumns = (fields: PersonEdit): Record<string, unknown> => Object.fromEntries(
  Object.entries(fields).map(([name, value]) => [columnOf(name), Array.isArray(value) ? JSON.stringify(value) : value]))

const columnOf = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Writes somebody new down, within the wall of where they enrol. An id that is somebody's already makes nobody a member. */
export async function addPerson(
  ctx: Context, { id, kind, language, ...fields }: NewPerson, { library, branch }: { library: UnitId; branch: UnitId },
): Promise<void> {
  const [added] = await ctx.db('person').insert({
    id, kind, language: language ?? ctx.language, ...asColumns(fields), made_at: ctx.now.toString(),
    library_ids: [library], branch_ids: [branch],
  }).onConflict('id').ignore().returning('id')
  if (!added) throw idUsed()
}

/** `An Peeters`; an institution goes by its one name. */
export const nameOf = ({ familyName, firstName, preferredName }: Pick<PersonRow, 'familyName' | 'firstName' | 'preferredName'>) =>
  [preferredName ?? firstName, familyName].filter(Boolean).join(' ')

/** Full years on a day; nothing where the day of birth is not known. */
export function ageOn({ bornOn }: Pick<PersonRow, 'bornOn'>, day: Day): number | null {
  if (bornOn === null) return null
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0)
}

/** Likewise of somebody whose row is within reach, whoever asks: a rule about age names nobody. */
export async function ageOf(ctx: Context, personId: string, day: Day): Promise<number | null> {
  const person = await PersonRow.query(ctx.db).findById(personId).select('born_on')
  return person ? ageOn(person, day) : null
}

const ADULT = 18

/** Who answers for somebody under age on a day; nobody for whoever is of age. */
export const representativesOf = (person: Pick<PersonRow, 'bornOn' | 'contacts'>, day: Day): Contact[] =>
  (ageOn(person, day) ?? ADULT) >= ADULT ? [] : person.contacts.filter(({ role, from, to }) =>
    (role === 'parent' || role === 'guardian') && from <= day && (to ?? day) >= day)
