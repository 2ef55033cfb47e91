import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { membership } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { whole, yesNo } from '../shape.ts'

/** Not active by default. Source: domain/1 §3.3, §4.10, [O-COLL], [O-DEBT] (EXTDEBC). */
export const bailiff = defineParameter({
  name: 'notices.bailiff',
  area: 'bailiff',
  ...yesNo(false),
  levels: atPlace,
  dimensions: [membership],
  title: { nl: 'Deurwaardersprocedure', en: 'Bailiff procedure', fr: 'Procédure d’huissier' },
  help: {
    nl: 'Of onbetaalde nota’s kunnen overgaan naar de deurwaarder of de financiële dienst van de gemeente.',
    en: 'Whether unpaid bills can pass to the bailiff or the finance office of the municipality.',
    fr: 'Indique si les notes impayées peuvent être transférées à l’huissier ou au service financier de la commune.',
  },
  consequence: {
    nl: 'Ja: kosten op de lijst worden bij het verwerken afgeboekt, en de lener kan ze niet meer aan de balie betalen.',
    en: 'Yes: costs on the list are written off when processed, and the borrower can no longer pay them at the desk.',
    fr: 'Oui : lors du traitement, les frais de la liste sont passés en irrécouvrable et l’usager ne peut plus les payer au comptoir.',
  },
  example: {
    nl: 'Ja: een nota van 6 mei die niemand betaalde, staat vier weken later op de deurwaarderslijst.',
    en: 'Yes: a bill of 6 May that nobody paid is on the bailiff’s list four weeks later.',
    fr: 'Oui : une note du 6 mai restée impayée figure quatre semaines plus tard sur la liste de l’huissier.',
  },
  synonyms: {
    nl: ['EXTDEBC', 'gerechtsdeurwaarder', 'incasso', 'invordering', 'dwangbevel', 'financiële dienst'],
    en: ['EXTDEBC', 'collections agent', 'debt collection', 'writ'],
    fr: ['EXTDEBC', 'huissier de justice', 'recouvrement', 'contrainte'],
  },
})

/** Source: domain/1 §3.3 (description), [O-COLL]. */
export const bailiffName = defineParameter({
  name: 'notices.bailiff-name',
  area: 'bailiff',
  schema: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  default: 'Financiële dienst',
  unit: 'text',
  levels: atLibrary,
  onlyWhen: { parameter: bailiff, is: [true] },
  title: { nl: 'Wie invordert', en: 'Who collects', fr: 'Chargé du recouvrement' },
  help: {
    nl: 'De naam van het kantoor of de dienst die de onbetaalde nota’s overneemt.',
    en: 'The name of the office that takes over unpaid bills.',
    fr: 'Le nom de l’étude ou du service qui reprend les notes impayées.',
  },
  consequence: {
    nl: 'Deze naam staat in de brief aan de lener en in de melding aan de balie.',
    en: 'This name is in the letter to the borrower and in the notice at the desk.',
    fr: 'Ce nom figure dans la lettre à l’usager et dans l’avis au comptoir.',
  },
  example: {
    nl: '“Financiële dienst Oud-Turnhout”: daar betaalt de lener nadat zijn dossier overgedragen is.',
    en: '“Financiële dienst Oud-Turnhout” (its finance office): that is where the borrower pays once the file has passed.',
    fr: '« Financiële dienst Oud-Turnhout » (service financier) : c’est là que l’usager paie après le transfert.',
  },
  synonyms: {
    nl: ['naam deurwaarder', 'incassobureau', 'omschrijving procedure'],
    en: ['name of bailiff', 'collection agency', 'description'],
    fr: ['nom de l’huissier', 'bureau de recouvrement', 'description'],
  },
})

/** Since the sending that is kept on the cost. Source: domain/1 §3.3 (after xxx days), §4.13, [O-COLL], [T-BNK]. */
export const bailiffDays = defineParameter({
  name: 'notices.bailiff-days',
  area: 'bailiff',
  ...whole('days', { from: 1, to: 730, standard: 28 }),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: bailiff, is: [true] },
  title: { nl: 'Naar de deurwaarder na', en: 'To the bailiff after', fr: 'Transfert à l’huissier après' },
  help: {
    nl: 'Hoeveel dagen na het versturen van de nota of haar herinnering kosten in aanmerking komen.',
    en: 'How many days after a bill or its reminder was sent costs qualify.',
    fr: 'Nombre de jours après l’envoi de la note ou de son rappel à partir duquel les frais peuvent être transférés.',
  },
  consequence: {
    nl: 'Langer: leners krijgen meer tijd om te betalen voor hun dossier de bibliotheek verlaat.',
    en: 'Longer: borrowers have more time to pay before their file leaves the library.',
    fr: 'Plus long : l’usager a plus de temps pour payer avant que son dossier ne quitte la bibliothèque.',
  },
  example: {
    nl: '28: een nota van 6 mei komt op 3 juni in aanmerking, 63 dagen na de inleverdatum van 1 april.',
    en: '28: a bill of 6 May qualifies on 3 June, 63 days after the due date of 1 April.',
    fr: '28 : une note du 6 mai peut être transférée le 3 juin, 63 jours après la date de retour du 1er avril.',
  },
  synonyms: {
    nl: ['termijn deurwaarder', 'dagen na nota', 'overdracht'],
    en: ['referral term', 'days after bill'],
    fr: ['délai huissier', 'jours après la note', 'transfert'],
  },
})

/** At the desk and at self-service. Source: domain/1 §3.3 (block), §8, [O-COLL], [ROL]. */
export const bailiffBlock = defineParameter({
  name: 'notices.bailiff-block',
  area: 'bailiff',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: bailiff, is: [true] },
  title: { nl: 'Deurwaarderblokkade', en: 'Bailiff block', fr: 'Blocage huissier' },
  help: {
    nl: 'Of een lener geblokkeerd is aan de balie en de zelfuitleen zodra zijn kosten overgedragen zijn.',
    en: 'Whether a borrower is blocked at the desk and at self-service once the costs have passed.',
    fr: 'Indique si l’usager est bloqué au comptoir et à l’automate dès que ses frais sont transférés.',
  },
  consequence: {
    nl: 'Ja: alleen wie dat recht heeft, heft de blokkade op. Nee: de lener kan blijven lenen.',
    en: 'Yes: only who holds that right lifts the block. No: the borrower can go on borrowing.',
    fr: 'Oui : seuls les agents qui en ont le droit lèvent le blocage. Non : l’usager peut continuer à emprunter.',
  },
  example: {
    nl: 'Ja: Bram wil een dvd lenen, maar de zelfuitleen stuurt hem naar de balie.',
    en: 'Yes: Bram wants to borrow a DVD, but self-service sends him to the desk.',
    fr: 'Oui : Bram veut emprunter un DVD, mais l’automate le renvoie au comptoir.',
  },
  synonyms: {
    nl: ['blokkade', 'deurwaarder', 'geblokkeerde lener'],
    en: ['block', 'bailiff', 'blocked borrower'],
    fr: ['blocage', 'huissier', 'usager bloqué'],
  },
})

/** Source: domain/1 §3.3 (notification), [O-COLL]. */
export const bailiffNotice = defineParameter({
  name: 'notices.bailiff-notice',
  area: 'bailiff',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: bailiff, is: [true] },
  title: { nl: 'Melding over de deurwaarder', en: 'Notice about the bailiff', fr: 'Avis de dossier chez l’huissier' },
  help: {
    nl: 'Of medewerkers een melding zien zodra een lener met een overgedragen dossier zich aanbiedt.',
    en: 'Whether staff see a notice as soon as a borrower with a file passed on turns up.',
    fr: 'Indique si le personnel voit un avis dès que se présente un usager dont le dossier a été transféré.',
  },
  consequence: {
    nl: 'Ja: de balie kan meteen zeggen waar de lener moet betalen.',
    en: 'Yes: the desk can say at once where the borrower has to pay.',
    fr: 'Oui : le comptoir peut dire tout de suite où l’usager doit payer.',
  },
  example: {
    nl: 'Ja: bij het scannen van de kaart verschijnt “Dossier bij de financiële dienst sinds 3 juni”.',
    en: 'Yes: scanning the card shows “File with the finance office since 3 June”.',
    fr: 'Oui : au scan de la carte apparaît « Dossier au service financier depuis le 3 juin ».',
  },
  synonyms: {
    nl: ['pop-up', 'waarschuwing deurwaarder', 'notificatie'],
    en: ['pop-up', 'bailiff warning', 'notification'],
    fr: ['pop-up', 'avertissement', 'notification'],
  },
})

/** The upper threshold. Source: domain/1 §3.3 (US variant), [O-DEBT]. */
export const bailiffFrom = defineParameter({
  name: 'notices.bailiff-from',
  area: 'bailiff',
  ...whole('cents', { from: 0, to: 1_000_000, standard: 0 }),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: bailiff, is: [true] }, setBy: setTariffs,
  title: { nl: 'Overdragen vanaf', en: 'Pass on from', fr: 'Transférer à partir de' },
  help: {
    nl: 'Vanaf welk onbetaald bedrag een lener op de deurwaarderslijst komt. 0: vanaf elk bedrag.',
    en: 'From which unpaid amount a borrower comes on the bailiff’s list. 0: from any amount.',
    fr: 'Montant impayé à partir duquel un usager figure sur la liste de l’huissier. 0 : tout montant.',
  },
  consequence: {
    nl: 'Hoger: kleine schulden blijven bij de bibliotheek, waar de lener ze nog kan betalen.',
    en: 'Higher: small debts stay with the library, where the borrower can still pay them.',
    fr: 'Plus élevé : les petites dettes restent à la bibliothèque, où l’usager peut encore les payer.',
  },
  example: {
    nl: '€ 25,00: een nota van € 24,00 wordt niet overgedragen, een van € 25,00 wel.',
    en: '€ 25.00: a bill of € 24.00 is not passed on, one of € 25.00 is.',
    fr: '25,00 € : une note de 24,00 € n’est pas transférée, une de 25,00 € l’est.',
  },
  synonyms: {
    nl: ['bovengrens', 'drempelbedrag', 'minimum deurwaarder'],
    en: ['upper threshold', 'minimum amount'],
    fr: ['seuil supérieur', 'montant minimum'],
  },
})

export const bailiffParameters = [
  bailiff, bailiffName, bailiffDays, bailiffBlock, bailiffNotice, bailiffFrom,
] as const
