import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { material, membership } from '#plugins/parameters/contract/list.ts'
import type { Tried } from './contract/answer.ts'
import { NOT_LENDABLE } from './contract/line.ts'
import { lineAt, type Line } from './line.ts'
import { codeAt } from './line-code.ts'
import { termOf } from './loan.ts'
import { remindersOf, type Reminder } from './reminder.ts'
import { fineLineOf, fineOf, finesOf, type DueLoan } from './running-fine.ts'
import { visitorTold, type Visitor } from './visitor.ts'
import { whyOf, type Followed } from './why.ts'

/** How many days after the due date are looked at, and how many steps of the fine are told. */
const DAYS_FOLLOWED = 400
const STEPS_TOLD = 100

export interface Asked {
  readonly unit: UnitId
  readonly line: Line
  readonly day: Day
  readonly returned?: Day | undefined
  /** The library where the borrower is a member with that type, where that is another. */
  readonly visitor?: Visitor | undefined
  /** The set under which rules that are not saved yet are laid over those that hold. */
  readonly notSaved?: string | undefined
}

/** What would happen with a loan: when it is due, what it costs late, which messages leave when, and why. */
export async function tryOut(ctx: Context, { returned, visitor, notSaved, ...loan }: Asked): Promise<Tried> {
  const { configuration, language } = ctx
  const { unit, line, day } = loan
  const place = unitAt(configuration, unit, day)
  if (!place) throw notFound()
  const { loan: { value: lent }, renewal, hold } = lineAt(configuration, unit, day, line)
  const { raw, due } = termOf(configuration, loan)
  const late = due && followed(ctx, { ...loan, due: due.day }, returned)
  return {
    version: configuration.version, unit, unitName: place.name, day,
    membership: codeAt(configuration, membership, line.membership, unit, day, language),
    material: codeAt(configuration, material, line.material, unit, day, language),
    ...(visitor ? { visitor: visitorTold(ctx, visitor, day) } : {}),
    lendable: lent.minimumAge < NOT_LENDABLE, minimumAge: lent.minimumAge, loan: lent, renewal: renewal.value,
    due: due && { raw, day: due.day, shifts: due.shifts.map(shift => ({ ...shift })) },
    fine: late?.steps ?? [], maximumOn: late?.maximumOn ?? null,
    ...(late && returned ? { fineAt: fineAt(ctx, late.loan, returned) } : {}),
    fineLine: fineLineOf(configuration, loan),
    reminders: late?.reminders.map(one => ({ ...one, fineCents: fineOf(configuration, late.loan, one.day).cents })) ?? [],
    hold: hold.value,
    why: await whyOf(ctx, loan, late, notSaved),
  }
}

interface FollowedLoan extends Followed {
  readonly steps: Tried['fine']
  readonly maximumOn: Day | null
  readonly reminders: readonly Reminder[]
}

/** The days after the due date on which the fine becomes another, and on which messages leave. */
function followed({ configuration }: Context, loan: DueLoan, returned: Day | undefined): FollowedLoan {
  const steps: Tried['fine'] = []
  let maximumOn: Day | null = null
  let daysLate = 0
  for (const { day, cents, rule } of finesOf(configuration, loan)) {
    if (++daysLate > DAYS_FOLLOWED || steps.length >= STEPS_TOLD) break
    if (cents !== (steps.at(-1)?.cents ?? 0)) steps.push({ daysLate, day, cents })
    if (cents > 0 && cents === rule.maximumCents) maximumOn ??= day
  }
  const reminders = remindersOf(configuration, loan)
  return {
    loan, steps, maximumOn, reminders, returned,
    fineTo: latest(loan.due, steps.at(-1)?.day, returned), remindersTo: latest(loan.due, reminders.at(-1)?.day),
  }
}

const latest = (first: Day, ...others: readonly (Day | undefined)[]) =>
  others.reduce<Day>((last, day) => day !== undefined && day > last ? day : last, first)

const fineAt = ({ configuration }: Context, loan: DueLoan, returned: Day): NonNullable<Tried['fineAt']> => ({
  day: returned, daysLate: Math.max(0, daysBetween(loan.due, returned)), ...fineOf(configuration, loan, returned),
})

const daysBetween = (from: Day, to: Day) => (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000
