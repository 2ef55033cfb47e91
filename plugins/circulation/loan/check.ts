import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { dayIn } from '#core/wording.ts'
import { ageOn, type Patron, type Standing } from '#plugins/patrons/index.ts'
import { NOT_LENDABLE } from '#plugins/rules/contract/line.ts'
import { lineAt, type Line } from '#plugins/rules/index.ts'
import { notReturnedMost, overdueBlockDays } from '../contract/parameter/claims.ts'
import type { ItemRow } from '../item/item.ts'
import { countedOver, countsAt, weightOf } from './count.ts'
import { exception, question, stop, type Counter, type Obstacle } from './hurdle.ts'
import type { LoanRow } from './row.ts'

/** Everything that decides whether something may be lent. */
export interface Lending {
  readonly item: ItemRow
  readonly patron: Patron
  readonly standing: Standing
  /** What they have on loan, as far as the desk reaches. */
  readonly loans: readonly LoanRow[]
  readonly branch: UnitId
  readonly day: Day
  readonly line: Line
  readonly channel: Counter
}

/** All that stands in the way of one loan, at once: the person, the item, and how much there is already. */
export const obstaclesTo = (ctx: Context, lending: Lending): Obstacle[] => [
  ...personObstacles(lending), ...itemObstacles(lending), ...ageObstacles(ctx, lending), ...historyObstacles(ctx, lending.patron, lending),
  ...countObstacles(ctx, lending),
]

/** Blocks of the person, as far as this counter heeds them. */
export function personObstacles({ standing, channel }: Pick<Lending, 'standing' | 'channel'>): Obstacle[] {
  return standing.blocks.flatMap(({ code, message, desk, selfService }) => {
    const effect = channel === 'desk' ? desk : selfService
    return effect === 'none' ? [] : [{ code: `patrons.${code}`, message, stops: effect !== 'ask', asksReason: false, pointer: '/person' }]
  })
}

function itemObstacles({ item }: Lending): Obstacle[] {
  const found: Obstacle[] = []
  if (item.status === 'written-off') found.push(stop('written-off', 'Dit exemplaar is afgeschreven.', 'This item was written off.',
    'Ce document est élagué.'))
  if (item.status === 'hold-shelf') found.push(question('reserved', 'Dit exemplaar staat klaar voor wie het reserveerde. Toch uitlenen?',
    'This item is kept for whoever reserved it. Lend it all the same?', 'Ce document est mis de côté pour une réservation. Le prêter quand même ?'))
  if (item.notForLoan) found.push(exception('not-for-loan', 'Dit exemplaar wordt niet uitgeleend: alleen om ter plaatse in te kijken.',
    'This item is not lent: for use in the library only.', 'Ce document est exclu du prêt : consultation sur place uniquement.'))
  return found
}

const ADULT = 18

function ageObstacles({ configuration }: Context, { item, patron, branch, day, line }: Lending): Obstacle[] {
  const { minimumAge } = lineAt(configuration, branch, day, line).loan.value
  const age = ageOn(patron.person, day)
  if (minimumAge >= NOT_LENDABLE) return [exception('no-rule', 'Volgens het reglement wordt deze materiaalsoort niet uitgeleend aan deze lidsoort.',
    'By the rules this type of material is not lent to this type of membership.',
    'Selon le règlement, ce type de document ne se prête pas à ce type d’abonnement.')]
  const from = Math.max(minimumAge, item.adultsOnly ? ADULT : 0)
  if (from === 0 || patron.person.kind === 'institution') return []
  if (age === null) return [question('age-unknown', `Vanaf ${from} jaar. De geboortedatum is niet bekend: klopt de leeftijd?`,
    `From ${from} years. The birth date is not known: is the age right?`, `À partir de ${from} ans. Date de naissance inconnue : l’âge est-il suffisant ?`)]
  return age >= from ? [] : [exception('too-young', `Pas onder ${from} jaar; deze lener is ${age}.`,
    `Not under ${from} years; this borrower is ${age}.`, `Pas avant ${from} ans ; cet usager a ${age} ans.`)]
}

/** What somebody kept too long, and what they handed on without returning it. */
export function historyObstacles(ctx: Context, { person }: Patron, { loans, branch, day, line }: Pick<Lending, 'loans' | 'branch' | 'day' | 'line'>): Obstacle[] {
  const found: Obstacle[] = []
  const most = ctx.parameter(overdueBlockDays, branch, day, line)
  const { within } = countedOver(ctx, undefined, branch, day)
  const oldest = loans.filter(within).map(({ dueOn }) => dueOn).sort()[0]
  if (most !== null && oldest !== undefined && plusDays(oldest, most) < day) found.push(question('long-overdue',
    `Iets is al meer dan ${most} dagen te laat, sinds ${dayIn('nl', oldest)}.`,
    `Something has been late for more than ${most} days, since ${dayIn('en', oldest)}.`,
    `Un document a plus de ${most} jours de retard, depuis le ${dayIn('fr', oldest)}.`))
  const handedOn = ctx.parameter(notReturnedMost, branch, day)
  if (handedOn !== null && person.notReturned >= handedOn) found.push(question('not-returned',
    `${person.notReturned} exemplaren doorgegeven zonder ze in te leveren.`, `${person.notReturned} items handed on without being returned.`,
    `${person.notReturned} documents transmis sans avoir été rendus.`))
  return found
}

function countObstacles(ctx: Context, { loans, item, branch, day, line }: Lending): Obstacle[] {
  const others = loans.filter(({ itemId }) => itemId !== item.id)
  const weight = weightOf(ctx, branch, day, line.material)
  return countsAt(ctx, others, { branch, day, line }).filter(({ count, most }) => count + weight > most)
    .map(({ what, count, most, overName }) => what === 'items'
      ? exception('too-many', `Heeft er ${count} van hoogstens ${most}, geteld in ${overName}.`, `Has ${count} of at most ${most}, counted in ${overName}.`,
        `A ${count} documents sur ${most} au plus, comptés pour ${overName}.`)
      : exception('too-many-of-kind', `Heeft er ${count} van hoogstens ${most} van deze materiaalsoort, geteld in ${overName}.`,
        `Has ${count} of at most ${most} of this type of material, counted in ${overName}.`,
        `A ${count} documents de ce type sur ${most} au plus, comptés pour ${overName}.`))
}
