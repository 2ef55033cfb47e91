import type { Texts } from '#core/contract.ts'

/** Why somebody's national number is shown whole: chosen by whoever asks, and noted. */
export const revealTitles = {
  identity: { nl: 'identiteit nakijken', en: 'checking an identity', fr: 'vérifier une identité' },
  double: { nl: 'dubbele inschrijving nakijken', en: 'checking for a double', fr: 'vérifier un doublon' },
  claim: { nl: 'schuldvordering opmaken', en: 'drawing up a claim', fr: 'établir une créance' },
  correction: { nl: 'een fout rechtzetten', en: 'correcting a mistake', fr: 'corriger une erreur' },
  'data-request': { nl: 'inzage door de lener', en: 'the patron asks for their data', fr: 'demande d’accès de l’usager' },
} as const satisfies Readonly<Record<string, Texts>>
export type RevealPurpose = keyof typeof revealTitles

/** Why a record was looked at, by what the screen said of itself. */
export const viewTitles: Readonly<Record<string, Texts>> = {
  'patron-page': { nl: 'fiche van de lener geopend', en: 'patron page opened', fr: 'fiche de l’usager ouverte' },
  'desk-loan': { nl: 'uitlenen aan de balie', en: 'lending at the desk', fr: 'prêt au comptoir' },
  merge: { nl: 'vergelijken met een mogelijke dubbel', en: 'comparing with a possible double', fr: 'comparaison avec un doublon possible' },
  'offline-entry': { nl: 'offline ingave', en: 'offline entry', fr: 'encodage hors ligne' },
  enrolment: { nl: 'inschrijven', en: 'enrolling', fr: 'inscription' },
  online: { nl: 'zelf aangemeld op de website', en: 'signed in on the website themselves', fr: 'connexion personnelle au site web' },
  ...revealTitles,
}
