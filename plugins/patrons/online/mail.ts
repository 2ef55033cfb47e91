import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import { dayIn, moneyIn } from '#core/wording.ts'
import { queueMail, type MailText } from '#plugins/mail/index.ts'
import { hasInternetBlock, type MembershipRow } from '../membership.ts'
import { placeOf } from '../patron.ts'

/** So many enrolments under one address in a day are a family; more are somebody who fills another's mailbox. */
const MAILS_A_DAY = 6

interface Reader { readonly email?: string | null | undefined; readonly language?: Language | undefined }

/**
 * Tells by mail that somebody is enrolled. Nothing that was typed stands in it, not even a name: whoever typed it may
 * have given the address of another.
 */
export async function mailEnrolled(ctx: Context, membership: MembershipRow, { email, language = ctx.language }: Reader): Promise<void> {
  if (!email || await isFlooded(ctx, email)) return
  await mailMember(ctx, membership, { kind: 'patrons.enrolled-online', email, language, text: enrolledMail(ctx, membership, language) })
}

/** Asks once to come by, when nobody did for so many months. */
export async function mailReminder(ctx: Context, membership: MembershipRow, { email, language = ctx.language }: Reader): Promise<void> {
  if (!email) return
  await mailMember(ctx, membership, { kind: 'patrons.confirm-online', email, language, text: reminderMail(ctx, membership, language) })
}

/** Tells that a membership was renewed online, and until when it runs. */
export async function mailRenewed(ctx: Context, membership: MembershipRow, { email, language = ctx.language }: Reader): Promise<void> {
  if (!email) return
  await mailMember(ctx, membership, { kind: 'patrons.renewed-online', email, language, text: renewedMail(ctx, membership, language) })
}

interface Mailing { readonly kind: string; readonly email: string; readonly language: Language; readonly text: MailText }

const mailMember = (ctx: Context, { id, branchId }: MembershipRow, { kind, email, language, text }: Mailing) =>
  queueMail(ctx, { to: { name: email, address: email, language }, unit: branchId, kind, about: id, text })

async function isFlooded(ctx: Context, email: string): Promise<boolean> {
  const since = ctx.now.subtract({ hours: 24 }).toString()
  const [count] = await ctx.db('membership').join('person', 'person.id', 'membership.person_id').where('membership.online_since', '>', since)
    .whereNull('membership.confirmed_at').whereRaw('lower(person.email) = lower(?)', [email]).count('* as n')
  return Number(count?.['n'] ?? 0) > MAILS_A_DAY
}

function enrolledMail(ctx: Context, membership: MembershipRow, language: Language): MailText {
  const [library, branch] = [placeOf(ctx, membership.libraryId).name, placeOf(ctx, membership.branchId).name]
  const [until, fee] = [dayIn(language, membership.untilOn), moneyIn(language, membership.feeCents)]
  const [owes, mustConfirm] = [membership.feeCents > 0, hasInternetBlock(membership)]
  return {
    nl: {
      subject: `Je inschrijving bij ${library}`, paragraphs: [
        'Dag', `Je schreef je online in bij ${library}. Je lidmaatschap loopt tot en met ${until}.`,
        ...(mustConfirm ? [`Kom met je identiteitskaart langs in ${branch}. Daarna kun je lenen.`] : []),
        ...(owes ? [`Het lidgeld is ${fee}.`] : []),
        'Schreef jij je niet in? Dan hoef je niets te doen: zonder bevestiging aan de balie wordt er niets uitgeleend.',
      ],
    },
    en: {
      subject: `Your enrolment with ${library}`, paragraphs: [
        'Hello', `You enrolled online with ${library}. Your membership runs until ${until}.`,
        ...(mustConfirm ? [`Come by at ${branch} with your identity card. After that you can borrow.`] : []),
        ...(owes ? [`The fee is ${fee}.`] : []),
        'Was this not you? Then you need not do anything: nothing is lent until somebody confirms at the desk.',
      ],
    },
    fr: {
      subject: `Votre inscription à ${library}`, paragraphs: [
        'Bonjour', `Vous vous êtes inscrit(e) en ligne à ${library}. Votre abonnement court jusqu’au ${until}.`,
        ...(mustConfirm ? [`Passez à ${branch} avec votre carte d’identité. Vous pourrez ensuite emprunter.`] : []),
        ...(owes ? [`La cotisation s’élève à ${fee}.`] : []),
        'Ce n’était pas vous ? Vous ne devez rien faire : rien n’est prêté sans confirmation au comptoir.',
      ],
    },
  }[language]
}

function reminderMail(ctx: Context, { libraryId, branchId, onlineSince }: MembershipRow, language: Language): MailText {
  const [library, branch] = [placeOf(ctx, libraryId).name, placeOf(ctx, branchId).name]
  const since = dayIn(language, ctx.installation.today(ctx.configuration, branchId, Temporal.Instant.from(onlineSince ?? ctx.now.toString())))
  return {
    nl: {
      subject: `Kom je nog langs bij ${library}?`, paragraphs: [
        'Dag', `Op ${since} regelde je online je lidmaatschap bij ${library}. Je kwam nog niet langs om het te bevestigen.`,
        `Breng je identiteitskaart mee naar ${branch}: daarna kun je lenen.`,
      ],
    },
    en: {
      subject: `Will you still come by at ${library}?`, paragraphs: [
        'Hello', `On ${since} you arranged your membership with ${library} online. You have not come by yet to confirm it.`,
        `Bring your identity card to ${branch}: after that you can borrow.`,
      ],
    },
    fr: {
      subject: `Passerez-vous encore à ${library} ?`, paragraphs: [
        'Bonjour', `Le ${since}, vous avez réglé en ligne votre abonnement à ${library}. Vous n’êtes pas encore passé(e) le confirmer.`,
        `Apportez votre carte d’identité à ${branch} : vous pourrez ensuite emprunter.`,
      ],
    },
  }[language]
}

function renewedMail(ctx: Context, membership: MembershipRow, language: Language): MailText {
  const [library, branch] = [placeOf(ctx, membership.libraryId).name, placeOf(ctx, membership.branchId).name]
  const [until, fee] = [dayIn(language, membership.untilOn), moneyIn(language, membership.feeCents)]
  const [owes, mustConfirm] = [membership.feeCents > 0, hasInternetBlock(membership)]
  return {
    nl: {
      subject: `Je lidmaatschap van ${library} is hernieuwd`, paragraphs: [
        'Dag', `Je lidmaatschap van ${library} loopt nu tot en met ${until}.`, ...(owes ? [`Het lidgeld is ${fee}.`] : []),
        ...(mustConfirm ? [`Toon eerst in ${branch} dat je nog recht hebt op deze lidsoort; tot dan kun je niets lenen.`] : []),
      ],
    },
    en: {
      subject: `Your membership of ${library} is renewed`, paragraphs: [
        'Hello', `Your membership of ${library} now runs until ${until}.`, ...(owes ? [`The fee is ${fee}.`] : []),
        ...(mustConfirm ? [`First show at ${branch} that you still have a right to this type; until then you can borrow nothing.`] : []),
      ],
    },
    fr: {
      subject: `Votre abonnement à ${library} est renouvelé`, paragraphs: [
        'Bonjour', `Votre abonnement à ${library} court maintenant jusqu’au ${until}.`, ...(owes ? [`La cotisation s’élève à ${fee}.`] : []),
        ...(mustConfirm ? [`Montrez d’abord à ${branch} que vous avez encore droit à ce type ; d’ici là, vous ne pouvez rien emprunter.`] : []),
      ],
    },
  }[language]
}
