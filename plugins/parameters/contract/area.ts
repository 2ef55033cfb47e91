import type { Texts } from '#core/contract.ts'

/** The chapters of the settings, in the order in which a library goes through them. */
export const areas = {
  loans: { nl: 'Lenen en verlengen', en: 'Loans and renewals', fr: 'Prêts et prolongations' },
  fines: { nl: 'Boetes', en: 'Fines', fr: 'Amendes' },
  holds: { nl: 'Reserveren', en: 'Holds', fr: 'Réservations' },
  reminders: { nl: 'Attenderen en aanmanen', en: 'Pre-notices and reminders', fr: 'Rappels préalables et rappels' },
  bills: { nl: 'Nota’s', en: 'Bills', fr: 'Notes et décomptes' },
  bailiff: { nl: 'Deurwaarder', en: 'Bailiff', fr: 'Huissier' },
  membership: { nl: 'Lidmaatschap', en: 'Membership', fr: 'Abonnement' },
  blocks: { nl: 'Blokkeringen', en: 'Blocks', fr: 'Blocages' },
  money: { nl: 'Betalen en boeken', en: 'Paying and booking', fr: 'Paiement et comptabilité' },
  interlibrary: { nl: 'Interbibliothecair leenverkeer', en: 'Interlibrary loan', fr: 'Prêt entre bibliothèques' },
  calendar: { nl: 'Uren en kalender', en: 'Hours and calendar', fr: 'Heures d’ouverture et calendrier' },
  messages: { nl: 'Berichten', en: 'Messages', fr: 'Messages' },
  'sign-in': { nl: 'Aanmelden en rechten', en: 'Signing in and rights', fr: 'Connexion et droits' },
  helpdesk: { nl: 'Servicedesk', en: 'Helpdesk', fr: 'Centre d’assistance' },
  console: { nl: 'Console', en: 'Console', fr: 'Console' },
} as const satisfies Readonly<Record<string, Texts>>
export type Area = keyof typeof areas
