import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { membership } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { whole, yesNo } from '../shape.ts'
import { bailiff, bailiffFrom } from './bailiff.ts'

/** The lower threshold, under which a referral is cancelled. Source: domain/1 §3.3 (US variant), [O-DEBT]. */
export const bailiffUntil = defineParameter({
  name: 'notices.bailiff-until',
  area: 'bailiff',
  ...whole('cents', { from: 0, to: 1_000_000, standard: 0 }),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: bailiff, is: [true] }, setBy: setTariffs,
  checks: [{
    with: bailiffFrom,
    holds: (until, from) => typeof from === 'number' && until <= from,
    says: {
      nl: 'Het bedrag om van de lijst te gaan ligt niet hoger dan het bedrag om erop te komen.',
      en: 'The amount to go off the list is not higher than the amount to come on it.',
      fr: 'Le montant pour quitter la liste ne dépasse pas celui pour y figurer.',
    },
  }],
  title: { nl: 'Van de lijst onder', en: 'Off the list below', fr: 'Retrait de la liste en dessous de' },
  help: {
    nl: 'Onder welk onbetaald bedrag een lener weer van de lijst gaat zolang zijn dossier niet verwerkt is.',
    en: 'Below which unpaid amount a borrower goes off the list as long as the file is not processed.',
    fr: 'Montant impayé en dessous duquel un usager quitte la liste, tant que son dossier n’est pas traité.',
  },
  consequence: {
    nl: 'Hoger: wie een groot deel betaalt, ontsnapt aan de overdracht.',
    en: 'Higher: whoever pays a large part escapes the transfer.',
    fr: 'Plus élevé : l’usager qui paie une bonne partie de sa dette échappe au transfert.',
  },
  example: {
    nl: '€ 10,00: wie van € 30,00 al € 21,00 betaalde, gaat van de lijst.',
    en: '€ 10.00: whoever has paid € 21.00 of € 30.00 goes off the list.',
    fr: '10,00 € : l’usager qui a payé 21,00 € sur 30,00 € quitte la liste.',
  },
  synonyms: {
    nl: ['ondergrens', 'intrekken overdracht', 'gedeeltelijke betaling'],
    en: ['lower threshold', 'cancel referral', 'partial payment'],
    fr: ['seuil inférieur', 'annuler le transfert', 'paiement partiel'],
  },
})

/** Source: domain/1 §3.3 (US variant: calendar days between passing the threshold and referral), [O-DEBT]. */
export const bailiffPaymentDays = defineParameter({
  name: 'notices.bailiff-payment-days',
  area: 'bailiff',
  ...whole('days', { from: 0, to: 180, standard: 0 }),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: bailiff, is: [true] },
  title: {
    nl: 'Betaaltijd voor de overdracht', en: 'Time to pay before transfer', fr: 'Délai de paiement avant le transfert',
  },
  help: {
    nl: 'Hoeveel kalenderdagen een lener nog heeft om te betalen nadat hij op de deurwaarderslijst kwam.',
    en: 'How many calendar days a borrower still has to pay after coming on the bailiff’s list.',
    fr: 'Nombre de jours calendrier dont l’usager dispose encore pour payer après son inscription sur la liste de l’huissier.',
  },
  consequence: {
    nl: 'Langer: medewerkers kunnen de lijst pas later verwerken, en de lener kan intussen gewoon betalen.',
    en: 'Longer: staff can process the list later only, and the borrower can pay as usual meanwhile.',
    fr: 'Plus long : le personnel ne peut traiter la liste que plus tard, et l’usager peut payer normalement entre-temps.',
  },
  example: {
    nl: '10: wie op 3 juni op de lijst komt, kan tot en met 13 juni aan de balie betalen.',
    en: '10: whoever comes on the list on 3 June can pay at the desk until 13 June.',
    fr: '10 : inscrit le 3 juin, l’usager peut payer au comptoir jusqu’au 13 juin.',
  },
  synonyms: {
    nl: ['betaaltermijn', 'uitstel', 'bedenktijd'],
    en: ['grace period', 'time to pay'],
    fr: ['délai de grâce', 'sursis'],
  },
})

/** A letter that shows the costs written off. Source: domain/1 §4.10, [NBOETE]. */
export const bailiffLetter = defineParameter({
  name: 'notices.bailiff-letter',
  area: 'bailiff',
  ...yesNo(true),
  levels: atLibrary,
  onlyWhen: { parameter: bailiff, is: [true] },
  title: { nl: 'Brief bij de overdracht', en: 'Letter at the transfer', fr: 'Lettre lors du transfert' },
  help: {
    nl: 'Of de lener een brief krijgt met de kosten die naar de deurwaarder of de financiële dienst gingen.',
    en: 'Whether the borrower gets a letter with the costs that passed to the bailiff or finance office.',
    fr: 'Indique si l’usager reçoit une lettre avec les frais transférés à l’huissier ou au service financier.',
  },
  consequence: {
    nl: 'Nee: de lener hoort pas van de overdracht door wie invordert.',
    en: 'No: the borrower hears of the transfer only from whoever collects.',
    fr: 'Non : l’usager n’apprend le transfert que par l’huissier ou par le service qui recouvre.',
  },
  example: {
    nl: 'Ja: op 4 juni ligt een brief klaar met € 24,00 en het adres van de financiële dienst.',
    en: 'Yes: on 4 June a letter is ready with € 24.00 and the address of the finance office.',
    fr: 'Oui : le 4 juin, une lettre est prête avec 24,00 € et l’adresse du service financier.',
  },
  synonyms: {
    nl: ['deurwaardersbrief', 'brief overdracht', 'laatste brief'],
    en: ['bailiff letter', 'transfer letter'],
    fr: ['lettre de transfert', 'dernière lettre'],
  },
})

export const bailiffThresholdParameters = [bailiffUntil, bailiffPaymentDays, bailiffLetter] as const
