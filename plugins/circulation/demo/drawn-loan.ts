import type { Configuration } from '#core/configuration.ts'
import type { Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { calendarOf, dueDate } from '#plugins/branches/index.ts'
import { fineOf } from '#plugins/rules/index.ts'
import { termFor } from '../loan/term.ts'
import type { Chance } from './chance.ts'
import type { DrawnItem } from './drawn-item.ts'
import type { DrawnMember, Row } from './drawn-member.ts'

export interface DrawnLoan { readonly loan: Row; readonly step: Row }

/** Of all that was lent lately so much is back. */
const BACK = 0.3

/**
 * Loan after loan of the last weeks, each made on an open day of its branch, due when rules and calendar say so; some
 * are back, on time or with their fine. An item is out once.
 */
export function* drawLoans(
  chance: Chance, reading: Configuration, today: Day, members: readonly DrawnMember[], items: readonly DrawnItem[],
): Generator<DrawnLoan> {
  const borrowers = Map.groupBy(members.filter(({ lends }) => lends), ({ place }) => place.library)
  const out = new Set<string>()
  for (let tries = 0; tries < items.length * 3; tries++) {
    const item = chance.one(items)
    const nearby = borrowers.get(item.place.library)
    if (!nearby || out.has(item.row.id) || item.row['status'] !== 'in') continue
    const drawn = drawLoan(chance, reading, today, chance.one(nearby), item)
    if (!drawn) continue
    if (drawn.loan['ended_at'] === null) out.add(item.row.id)
    yield drawn
  }
}

function drawLoan(
  chance: Chance, reading: Configuration, today: Day, { person, membership }: DrawnMember, { place, material, row: item }: DrawnItem,
): DrawnLoan | undefined {
  const unit = place.branch
  const wanted = plusDays(today, -Math.floor(chance.next() ** 1.5 * 50))
  const day = dueDate(calendarOf(reading, unit), wanted)?.day
  if (!day || day > today) return undefined
  const line = { membership: String(membership['type']), material }
  const term = termFor(reading, { unit, line, day, what: 'loan' })
  if (!term) return undefined
  const came = dueDate(calendarOf(reading, unit), plusDays(day, 1 + chance.below(40)))?.day
  const back = chance.hits(BACK) && came && came <= today ? came : null
  const fine = back ? fineOf(reading, { unit, line, day, due: term.due }, back) : null
  const id = chance.uuid()
  const at = { library_id: place.library, branch_id: unit, item_library_id: place.library, member_library_id: place.library }
  return {
    loan: {
      id, ...at, item_id: item.id, person_id: person.id, membership_id: membership.id, member_branch_id: membership['branch_id'],
      ...line, channel: 'desk', lent_at: `${day}T13:00:00Z`, term_on: day, lent_on: day, raw_due_on: term.raw, due_on: term.due, term,
      ended_at: back ? `${back}T14:00:00Z` : null, ended_as: back ? 'returned' : null, returned_on: back,
      return_branch_id: back ? unit : null, fine_cents: fine?.cents ?? null, renewals: 0, version: 1,
    },
    step: { id: chance.uuid(), loan_id: id, ...at, act: 'lent', due_after: term.due, term, at: `${day}T13:00:00Z` },
  }
}
