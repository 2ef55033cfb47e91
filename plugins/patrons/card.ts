import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { refused, type Fault } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import { dayOf, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { MembershipRow } from './membership.ts'

/** A card of one membership; a number that was replaced leads to nobody any more. */
export interface CardRow {
  id: string
  number: string
  personId: string
  membershipId: string
  libraryId: UnitId
  branchId: UnitId
  kind: 'printed' | 'generated' | 'national'
  fromOn: Day
  untilOn: Day | null
  blockedOn: Day | null
  blockReason: 'lost' | 'stolen' | 'damaged' | 'other' | null
  discreet: boolean
  at: string
}
export class CardRow extends Row {
  static override tableName = 'card'
}

const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9] as const

/** The last of the fourteen digits: a slip of one digit, or of two beside each other, does not fit it. */
export function checkDigitOf(digits: string): number {
  const sum = Array.from(digits).toReversed().reduce((total, digit, n) => total + (n % 2 ? Number(digit) : doubled[Number(digit)] ?? 0), 0)
  return (10 - sum % 10) % 10
}

/** Fourteen digits: 2, four of the branch, eight that count on and the check digit (domain/2 §2.4). */
export const numberOf = (branchCode: string, serial: number): string => {
  const branch = branchCode.replace(/\D/g, '').slice(-4).padStart(4, '0')
  const digits = `2${branch}${String(serial).padStart(8, '0')}`
  return `${digits}${checkDigitOf(digits)}`
}

/** A number of the common scheme whose check digit does not fit was mistyped. */
export function cardFaults(number: string, pointer = '/card'): Fault[] {
  if (!/^2\d{13}$/.test(number) || checkDigitOf(number.slice(0, 13)) === Number(number[13])) return []
  return [fault('patrons.card-digit', pointer, 'Dit kaartnummer klopt niet: er staat een cijfer verkeerd.',
    'This card number is not right: one of its digits is wrong.', 'Ce numéro de carte est inexact : un chiffre est erroné.')]
}

const cardTaken = (pointer = '/card'): Fault => fault('patrons.card-taken', pointer,
  'Deze kaart is al van iemand. Neem een andere kaart.', 'This card is somebody’s already. Take another card.',
  'Cette carte appartient déjà à quelqu’un. Prenez-en une autre.')

type Holder = Pick<MembershipRow, 'id' | 'personId' | 'libraryId' | 'branchId' | 'discreet'>

/** So many numbers of our own may be on cards that came from elsewhere before something is wrong. */
const TRIES = 100

/** Gives a membership a card, printed with this number or with one of our own; refuses a number that is in use. */
export async function addCard(ctx: Context, membership: Holder, printed: string, pointer = '/card'): Promise<string> {
  if (printed !== 'generated') {
    if (!await isAdded(ctx, membership, { number: printed, kind: 'printed' })) throw refused([cardTaken(pointer)])
    return printed
  }
  for (let tries = 0; tries < TRIES; tries++) {
    const number = await nextNumber(ctx, membership.branchId)
    if (await isAdded(ctx, membership, { number, kind: 'generated' })) return number
  }
  throw refused([cardTaken(pointer)])
}

async function isAdded(ctx: Context, membership: Holder, { number, kind }: Pick<CardRow, 'number' | 'kind'>): Promise<boolean> {
  const [added] = await ctx.db('card').insert({
    id: randomUUID(), number, person_id: membership.personId, membership_id: membership.id, library_id: membership.libraryId,
    branch_id: membership.branchId, kind, from_on: ctx.today(membership.branchId), discreet: membership.discreet, at: ctx.now.toString(),
  }).onConflict(ctx.db.raw('(number) where until_on is null')).ignore().returning('id')
  return added !== undefined
}

async function nextNumber({ db, configuration, today }: Context, branch: UnitId): Promise<string> {
  const { rows: [{ serial }] } = await db.raw(`select nextval('card_serial')::int as serial`)
  return numberOf(unitAt(configuration, branch, dayOf(configuration, branch, today()))?.code ?? '', serial)
}

/** The cards of somebody that the reader reaches, the newest first. */
export const cardsOf = (ctx: Context, personId: string): Promise<CardRow[]> =>
  CardRow.query(ctx.db).where({ person_id: personId }).orderBy([{ column: 'at', order: 'desc' }, 'id']).execute()
