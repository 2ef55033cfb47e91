import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import type { MembershipType } from '#plugins/parameters/contract/list.ts'
import { cardFaults } from '../card.ts'
import type { ImportField } from '../contract/import.ts'
import { nationalFaults } from '../privacy/national-number.ts'
import { ageFaults, bornFaults, fitFaults, missingFaults, typesAt } from '../required.ts'
import type { RowFault } from './cell.ts'
import type { SaidRow } from './row.ts'
import type { ImportCode } from './words.ts'

/** What a row says that enrolling asks after, as far as it could be read. */
type Told = Omit<SaidRow, 'familyName' | 'branch' | 'until' | 'untilSaid'> & {
  readonly familyName: string | null
  readonly branch: UnitId | undefined
  readonly until: Day | null
}

/**
 * What enrolling at the desk would refuse of a row: by the very rules of the desk, as they hold today. What a new member
 * lacks is told apart, for somebody who is known may be brought up to date by a row that says little.
 */
export function askingFor(ctx: Context): (told: Told) => { faults: RowFault[]; lacks: RowFault[] } {
  const types = new Map<UnitId, Map<string, MembershipType>>()
  const typeOf = (branch: UnitId, type: string) => {
    const known = types.get(branch) ?? typesAt(ctx, branch, ctx.today(branch))
    types.set(branch, known)
    return known.get(type)
  }
  return ({ branch, type, kind, bornOn, national, card, from, until, ...said }) => {
    const today = ctx.today(branch)
    const own = [...bornFaults(bornOn, today, '/person/bornOn'), ...(card ? cardFaults(card) : [])]
    if (branch === undefined) return { faults: columnsOf(own), lacks: [] }
    const wanted = { branch, type, from: dayWithin(today, from, until) }
    const ofType = fitFaults(typeOf(branch, type), kind)
    return {
      faults: columnsOf([
        ...own, ...ofType, ...(ofType.length ? [] : ageFaults(ctx, bornOn, wanted)),
        ...(kind === 'person' ? nationalFaults(ctx, national, { unit: branch }) : []),
      ]),
      lacks: columnsOf(missingFaults(ctx, { ...said, kind, bornOn }, wanted, national ?? undefined)),
    }
  }
}

/** The day on which somebody is judged: today, or the day of their membership that is nearest to it. */
const dayWithin = (today: Day, from: Day, until: Day | null): Day =>
  from > today ? from : until !== null && until < today && until >= from ? until : today

/** Where at the desk a fault stands, and in which column a file says it. */
const columns: Readonly<Record<string, ImportField>> = {
  '/type': 'type', '/card': 'card', '/nationalNumber': 'national', '/person/bornOn': 'bornOn', '/person/sex': 'sex', '/person/addresses': 'street',
  '/person/email': 'email', '/person/phones': 'phone', '/person/language': 'language',
}

const columnsOf = (faults: readonly Fault[]): RowFault[] => faults.flatMap(({ pointer, code }) => {
  const field = columns[pointer]
  return field ? [{ field, code: code.replace(/^patrons\./, '') as ImportCode }] : []
})
