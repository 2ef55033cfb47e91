import type { Context } from '#core/context.ts'
import type { Day, Texts } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { dayIn, fault, inEach } from '#core/wording.ts'
import type { BlockCode } from '../contract/standing.ts'
import type { MembershipRow } from '../membership.ts'
import { placeOf } from '../patron.ts'

/** What a website tells whoever enrolled. */
export function enrolledText(ctx: Context, { branchId }: MembershipRow, mustConfirm: boolean): Texts {
  const { name } = placeOf(ctx, branchId)
  return mustConfirm ? {
    nl: `Je bent ingeschreven. Kom met je identiteitskaart langs in ${name}: daarna kun je lenen.`,
    en: `You are enrolled. Come by at ${name} with your identity card: after that you can borrow.`,
    fr: `Votre inscription est enregistrée. Passez à ${name} avec votre carte d’identité : vous pourrez ensuite emprunter.`,
  } : {
    nl: 'Je bent ingeschreven en kunt meteen lenen.', en: 'You are enrolled and can borrow at once.',
    fr: 'Votre inscription est enregistrée et vous pouvez emprunter tout de suite.',
  }
}

export const noOnlineEnrolment = fault('patrons.no-online-enrolment', '/branch',
  'Bij deze bibliotheek kun je je niet online inschrijven. Kom langs aan de balie.',
  'You cannot enrol online with this library. Come by at the desk.',
  'Cette bibliothèque ne propose pas l’inscription en ligne. Passez au comptoir.')

export const notOnline = fault('patrons.not-online', '/type',
  'Deze lidsoort kun je niet online kiezen. Kom langs aan de balie.', 'This type of membership cannot be chosen online. Come by at the desk.',
  'Ce type d’abonnement ne peut pas être choisi en ligne. Passez au comptoir.')

export const tooYoungAlone = (years: number): Fault => fault('patrons.too-young-alone', '/person/bornOn',
  `Online inschrijven kan vanaf ${years} jaar. Kom met een ouder langs aan de balie.`,
  `Enrolling online is possible from ${years} years. Come by at the desk with a parent.`,
  `L’inscription en ligne est possible à partir de ${years} ans. Passez au comptoir avec un parent.`)

/** Blocks as one says them to the person; what the desk is told asks the desk to do something. */
const toMember: Readonly<Record<BlockCode, Texts>> = {
  deceased: { nl: 'Kom langs aan de balie.', en: 'Come by at the desk.', fr: 'Passez au comptoir.' },
  'no-membership': { nl: 'Je bent hier geen lid.', en: 'You are no member here.', fr: 'Vous n’êtes pas membre ici.' },
  'no-type': {
    nl: 'Deze bibliotheek leent niet uit aan jouw lidsoort.', en: 'This library does not lend to your type of membership.',
    fr: 'Cette bibliothèque ne prête pas à votre type d’abonnement.',
  },
  ended: {
    nl: 'Je lidmaatschap is beëindigd. Kom langs aan de balie.', en: 'Your membership has ended. Come by at the desk.',
    fr: 'Votre abonnement a pris fin. Passez au comptoir.',
  },
  banned: { nl: 'Kom langs aan de balie.', en: 'Come by at the desk.', fr: 'Passez au comptoir.' },
  'card-blocked': { nl: 'Je kaart is geblokkeerd.', en: 'Your card is blocked.', fr: 'Votre carte est bloquée.' },
  'internet-block': {
    nl: 'Kom eerst met je identiteitskaart langs aan de balie.', en: 'Come by at the desk with your identity card first.',
    fr: 'Passez d’abord au comptoir avec votre carte d’identité.',
  },
  'not-verified': {
    nl: 'Je inschrijving is nog niet bevestigd. Kom langs aan de balie.', en: 'Your enrolment is not confirmed yet. Come by at the desk.',
    fr: 'Votre inscription n’est pas encore confirmée. Passez au comptoir.',
  },
  expired: {
    nl: 'Je lidmaatschap is verlopen. Hernieuw het eerst.', en: 'Your membership has expired. Renew it first.',
    fr: 'Votre abonnement a expiré. Renouvelez-le d’abord.',
  },
  'not-yet': { nl: 'Je lidmaatschap is nog niet begonnen.', en: 'Your membership has not begun yet.', fr: 'Votre abonnement n’a pas encore commencé.' },
  'unpaid-fee': {
    nl: 'Betaal eerst je lidgeld.', en: 'Pay your membership fee first.', fr: 'Payez d’abord votre cotisation.',
  },
  'too-young': {
    nl: 'Deze lidsoort past niet bij je leeftijd. Kom langs aan de balie.', en: 'This type does not fit your age. Come by at the desk.',
    fr: 'Ce type d’abonnement ne convient pas à votre âge. Passez au comptoir.',
  },
  'too-old': {
    nl: 'Deze lidsoort past niet bij je leeftijd. Kom langs aan de balie.', en: 'This type does not fit your age. Come by at the desk.',
    fr: 'Ce type d’abonnement ne convient pas à votre âge. Passez au comptoir.',
  },
}

/** A block in words for whoever it concerns. */
export const blockToMember = (code: BlockCode): Texts => toMember[code]

export const noOnlineRenewal = fault('patrons.no-online-renewal', '',
  'Dit lidmaatschap kun je niet online hernieuwen. Kom langs aan de balie.', 'This membership cannot be renewed online. Come by at the desk.',
  'Cet abonnement ne peut pas être renouvelé en ligne. Passez au comptoir.')

export const tooEarly = (day: Day): Fault => ({ code: 'patrons.too-early', pointer: '', message: inEach(language => ({
  nl: `Hernieuwen kan vanaf ${dayIn(language, day)}.`, en: `You can renew from ${dayIn(language, day)}.`,
  fr: `Vous pourrez renouveler à partir du ${dayIn(language, day)}.`,
})[language]) })

export const renewAtOwn = fault('patrons.renew-at-own', '/card',
  'Hernieuw bij de bibliotheek waar je lid bent.', 'Renew with the library where you are a member.',
  'Renouvelez auprès de la bibliothèque dont vous êtes membre.')
