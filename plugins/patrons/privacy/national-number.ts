import { createHmac } from 'node:crypto'
import { note } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { notFound, Refusal, type Fault } from '#core/refusal.ts'
import { lockSecret, openSecret } from '#core/secret.ts'
import { fault } from '#core/wording.ts'
import { nationalNumber } from '../contract/parameter/fee-term.ts'
import { permissions } from '../contract/permission.ts'
import type { RevealPurpose } from '../contract/privacy/words.ts'
import { demandWithMembers, mayWithMembers, readPatron, type Patron } from '../patron.ts'
import { PersonRow } from '../person.ts'

const SEALED = 'national numbers of patrons'
const SOUGHT = 'looking for a national number of patrons'
const MASK = '••.••.••-•••.••'

/**
 * The eleven digits of what was typed, or nothing where the last two do not fit the nine before them. Whoever was born
 * from 2000 on is reckoned with a 2 in front. Nothing is read as a date: a BIS number adds 20 or 40 to the month and an
 * unknown day is all zeros (domain/3 §1, S35, S36).
 */
export function readNationalNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, '')
  if (!/^\d{11}$/.test(digits)) return undefined
  const [first, check] = [digits.slice(0, 9), Number(digits.slice(9))]
  return [first, `2${first}`].some(told => 97 - Number(told) % 97 === check) ? digits : undefined
}

/** `93051822361` as it stands on an identity card: 93.05.18-223.61. */
export const nationalNumberShown = (digits: string) => digits.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5')

/** By which the same number is found without being read: of no use to whoever has not the key. */
export function nationalHash(ctx: Context, typed: string | null | undefined): Buffer | null {
  const digits = typed ? readNationalNumber(typed) : undefined
  return digits === undefined ? null : createHmac('sha256', ctx.installation.keyFor(SOUGHT)).update(digits).digest()
}

/** What a person's row keeps of a number: locked to that person, and the hash by which it is found. */
export const nationalColumns = (ctx: Context, personId: string, typed: string | null) => {
  const digits = typed === null ? undefined : readNationalNumber(typed)
  return digits === undefined ? { national_sealed: null, national_hash: null } : {
    national_sealed: lockSecret(ctx.installation.keyFor(SEALED), Buffer.from(digits), personId), national_hash: nationalHash(ctx, digits),
  }
}

/** The number of one person as another's row would keep it, where two turn out to be one: it is locked to whose row it is in. */
export async function nationalCarried(ctx: Context, from: string, to: string) {
  const person = await PersonRow.query(ctx.db).findById(from)
  return nationalColumns(ctx, to, person ? openNational(ctx, person) : null)
}

/** Only a library that says it is authorised keeps these numbers. */
export const usesNationalNumber = (ctx: Context, unit: UnitId) => ctx.parameter(nationalNumber, unit)

/** A number where none may be kept, or one that cannot be. */
export function nationalFaults(ctx: Context, typed: string | null | undefined, { unit, pointer = '/nationalNumber' }: { unit: UnitId; pointer?: string }): Fault[] {
  if (!typed) return []
  if (!usesNationalNumber(ctx, unit)) return [fault('patrons.national-off', pointer,
    'Deze bibliotheek bewaart geen rijksregisternummers.', 'This library keeps no national numbers.',
    'Cette bibliothèque ne conserve pas de numéros de registre national.')]
  return readNationalNumber(typed) === undefined ? [fault('patrons.national-digits', pointer,
    'Dit rijksregisternummer klopt niet: kijk de cijfers na.', 'This national number is not right: check its digits.',
    'Ce numéro de registre national est inexact : vérifiez les chiffres.')] : []
}

/** Likewise of somebody who is known: where a library that they belong to, and whoever corrects may change them, keeps such numbers. */
export function nationalEditFaults(ctx: Context, patron: Patron, typed: string | null | undefined): Fault[] {
  if (!typed) return []
  const at = usedAt(ctx, patron, permissions.change) ?? patron.memberships[0]
  return at ? nationalFaults(ctx, typed, { unit: at.branchId }) : []
}

/** Two people never have the same number: who else has it is told as little as at an enrolment. */
export async function refuseTaken(ctx: Context, typed: string | null | undefined, except: string): Promise<void> {
  const hash = nationalHash(ctx, typed)
  if (hash === null) return
  const { rows } = await ctx.db.raw('select id from find_doubles(?, null, ?)', ['', hash])
  if ((rows as { id: string }[]).some(({ id }) => id !== except)) throw taken()
}

const taken = () => new Refusal(409, 'patrons.national-taken', {
  nl: 'Dit rijksregisternummer is al van iemand anders. Kijk na of het niet dezelfde persoon is.',
  en: 'Somebody else has this national number already. Check whether they are the same person.',
  fr: 'Ce numéro de registre national appartient déjà à quelqu’un d’autre. Vérifiez s’il s’agit de la même personne.',
})

/** The membership at whose library the reader may use these numbers; none where they have nothing to do with them. */
const usedAt = (ctx: Context, { memberships }: Pick<Patron, 'memberships'>, permission = permissions.find) =>
  memberships.find(one => usesNationalNumber(ctx, one.branchId) && mayWithMembers(ctx, permission, one))

/** What a page tells of the number: never a digit, because each gives away a birth date or a sex. */
export function nationalTold(ctx: Context, patron: Patron) {
  const isUsed = patron.person.kind === 'person' && usedAt(ctx, patron) !== undefined
  return {
    nationalMasked: isUsed && patron.person.nationalSealed ? MASK : null,
    mayKeepNational: isUsed && usedAt(ctx, patron, permissions.change) !== undefined,
    mayRevealNational: isUsed && usedAt(ctx, patron, permissions['national-number']) !== undefined,
  }
}

/** Shows a number whole, to whoever holds the right, for a purpose that is noted with it: no note, no number. */
export async function revealNational(ctx: Context, id: string, purpose: RevealPurpose): Promise<string> {
  const patron = await readPatron(ctx, id)
  const at = usedAt(ctx, patron)
  if (!at) throw notFound()
  if (!usedAt(ctx, patron, permissions['national-number'])) demandWithMembers(ctx, permissions['national-number'], at)
  const number = openNational(ctx, patron.person)
  if (number === null) throw notFound()
  await note(ctx, 'reveal', { table: 'person', row: patron.person.id, libraryId: at.libraryId }, { purpose, what: 'national-number' })
  return number
}

/** For whoever asks what is known of them: whole to who may show it, else that there is one. */
export function nationalExported(ctx: Context, patron: Patron): string | null {
  if (!patron.person.nationalSealed) return null
  return usedAt(ctx, patron, permissions['national-number']) ? openNational(ctx, patron.person) : MASK
}

function openNational(ctx: Context, { id, nationalSealed }: Pick<PersonRow, 'id' | 'nationalSealed'>): string | null {
  const opened = nationalSealed && openSecret(ctx.installation.keyFor(SEALED), nationalSealed, id)
  return opened ? nationalNumberShown(opened.toString()) : null
}
