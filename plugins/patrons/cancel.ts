import type { Context } from '#core/context.ts'
import type { Day, Texts } from '#core/contract.ts'
import { refused, type Fault } from '#core/refusal.ts'
import { dayIn, fault, inEach, moneyIn } from '#core/wording.ts'
import { randomUUID } from 'node:crypto'
import type { CancelAsked, CancelWanted } from './contract/act.ts'
import { cancelled } from './contract/event.ts'
import type { CancelPlan } from './contract/page.ts'
import { isEnded, type MembershipRow } from './membership.ts'
import { monthsOf } from './months.ts'
import { standsOpen } from './open.ts'
import { readPatron } from './patron.ts'
import { addPeriod } from './period.ts'
import { membershipToChange, movedOn } from './renew.ts'

/** What follows when a membership ends, before anybody confirms it: warnings never keep staff from going on. */
export async function planCancel(ctx: Context, id: string, asked: CancelAsked): Promise<CancelPlan> {
  const membership = await membershipToChange(ctx, id)
  const today = ctx.today(membership.branchId)
  const faults = cancelFaults(membership, asked, today)
  if (faults.length) throw refused(faults)
  const endsOn = endOf(membership, asked, today)
  const { monthsPassed, monthsLeft } = monthsOf(membership, endsOn)
  const { person } = await readPatron(ctx, membership.personId)
  const owes = membership.status >= 2 && membership.status <= 4 && membership.feeCents > 0
  const follows: Texts[] = [
    inEach(language => ({
      nl: `Lid tot en met ${dayIn(language, endsOn)}; daarna kan er met dit lidmaatschap niets meer geleend worden.`,
      en: `A member until ${dayIn(language, endsOn)}; after that nothing can be borrowed under this membership.`,
      fr: `Membre jusqu’au ${dayIn(language, endsOn)} ; ensuite, cet abonnement ne permet plus d’emprunter.`,
    })[language]),
    ...(owes ? [inEach(language => ({
      nl: `Van het onbetaalde lidgeld van ${moneyIn(language, membership.feeCents)} ${monthsPassed === 1 ? 'is 1 maand' : `zijn ${monthsPassed} maanden`} verstreken; ${monthsLeft} blijven over.`,
      en: `Of the unpaid fee of ${moneyIn(language, membership.feeCents)} ${monthsPassed === 1 ? '1 month has' : `${monthsPassed} months have`} passed; ${monthsLeft} are left.`,
      fr: `De la cotisation impayée de ${moneyIn(language, membership.feeCents)}, ${monthsPassed} mois ${monthsPassed === 1 ? 'est écoulé' : 'sont écoulés'} ; il en reste ${monthsLeft}.`,
    })[language])] : []),
    ...(person.email ? [keepsMail] : []),
    ...(asked.reason === 'deceased' ? [diesEverywhere] : []),
  ]
  return { endsOn, follows, open: await standsOpen(ctx, person.id), monthsPassed, monthsLeft }
}

/** Ends a membership now, with its period or on a day, for a reason. Announces `patrons.cancelled`. */
export async function cancel(ctx: Context, id: string, { version, ...asked }: CancelWanted): Promise<string> {
  const membership = await membershipToChange(ctx, id)
  if (membership.version !== version) throw movedOn()
  const { endsOn, monthsPassed, monthsLeft } = await planCancel(ctx, id, asked)
  const today = ctx.today(membership.branchId)
  await ctx.db('membership').where({ id }).update({
    ends_on: endsOn, end_reason: asked.reason, version: version + 1, ...(asked.when === 'now' && { status: 9 }),
  })
  const { personId, libraryId: library, branchId: branch, fromOn } = membership
  await addPeriod(ctx, Object.assign(membership, { untilOn: endsOn < fromOn ? fromOn : endsOn }),
    { id: randomUUID(), act: 'cancelled', channel: 'desk' })
  await ctx.emit(cancelled, { membership: id, person: personId, library, branch, endsOn, reason: asked.reason, monthsPassed, monthsLeft })
  if (asked.reason === 'deceased') await ctx.db('person').where({ id: personId })
    .update({ deceased_on: asked.deceasedOn ?? today, version: ctx.db.raw('version + 1') })
  return personId
}

/** Takes back that a membership ends on a day to come. */
export async function keep(ctx: Context, id: string): Promise<string> {
  const { personId, branchId, version, ...term } = await membershipToChange(ctx, id)
  if (isEnded(term, ctx.today(branchId))) throw refused([fault('patrons.ended-already', '', 'Dit lidmaatschap is al beëindigd. Schrijf opnieuw in.',
    'This membership has ended already. Enrol again.', 'Cet abonnement a déjà pris fin. Réinscrivez la personne.')])
  await ctx.db('membership').where({ id }).update({ ends_on: null, end_reason: null, version: version + 1 })
  return personId
}

/** Keeps somebody from borrowing here, or lets them again; their membership goes on. */
export async function ban(ctx: Context, id: string, isBanned: boolean): Promise<string> {
  const { personId, version, feeCents, status } = await membershipToChange(ctx, id)
  const after = isBanned ? 8 : status === 8 ? (feeCents > 0 ? 2 : 5) : status
  await ctx.db('membership').where({ id }).update({ status: after, version: version + 1 })
  return personId
}

function endOf({ untilOn }: MembershipRow, { when, day }: CancelAsked, today: Day): Day {
  if (when === 'now') return today
  return when === 'day' && day ? day : untilOn
}

function cancelFaults(membership: MembershipRow, { when, day, reason, deceasedOn }: CancelAsked, today: Day): Fault[] {
  const { untilOn } = membership
  return [
    ...(isEnded(membership, today) ? [fault('patrons.ended-already', '', 'Dit lidmaatschap is al beëindigd.', 'This membership has ended already.',
      'Cet abonnement a déjà pris fin.')] : []),
    ...(when === 'day' && (day === undefined || day < today || day > untilOn) ? [fault('patrons.end-outside', '/day',
      'Kies een dag vanaf vandaag tot het einde van het lidmaatschap.', 'Choose a day from today to the end of the membership.',
      'Choisissez un jour entre aujourd’hui et la fin de l’abonnement.')] : []),
    ...(when === 'expiry' && untilOn < today ? [fault('patrons.end-outside', '/when', 'Dit lidmaatschap is al verlopen: zeg het nu op.',
      'This membership has expired already: cancel it now.', 'Cet abonnement a déjà expiré : résiliez-le maintenant.')] : []),
    ...(reason === 'deceased' && when !== 'now' ? [fault('patrons.deceased-now', '/when', 'Bij een overlijden eindigt het lidmaatschap nu.',
      'After a death the membership ends now.', 'En cas de décès, l’abonnement prend fin maintenant.')] : []),
    ...(deceasedOn !== undefined && deceasedOn > today ? [fault('patrons.died-later', '/deceasedOn', 'De dag van overlijden ligt in de toekomst.',
      'The day of death lies in the future.', 'Le jour du décès est dans le futur.')] : []),
  ]
}

const keepsMail: Texts = {
  nl: 'Er staat een e-mailadres: maak het leeg als er geen mail meer mag vertrekken.',
  en: 'There is an e-mail address: empty it if no mail may leave any more.',
  fr: 'Une adresse e-mail est connue : videz-la si plus aucun mail ne doit partir.',
}
const diesEverywhere: Texts = {
  nl: 'Deze persoon is daarna overal als overleden gekend en wordt op naam alleen nog met een sterretje gevonden.',
  en: 'This person is then known as deceased everywhere, and by name found with a star only.',
  fr: 'Cette personne est ensuite connue partout comme décédée et ne se retrouve par son nom qu’avec un astérisque.',
}
