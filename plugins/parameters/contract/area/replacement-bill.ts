import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { membership } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { centsOrNone } from '../price.ts'
import { noMaximum, whole, yesNo } from '../shape.ts'

/** NBF; set up before go-live. Source: domain/1 §3.3, [O-REPL], [NACT]. */
export const replacementBill = defineParameter({
  name: 'notices.replacement-bill',
  area: 'bills',
  ...yesNo(true),
  levels: atPlace,
  dimensions: [membership],
  title: { nl: 'Materiaalvergoedingsnota', en: 'Replacement bill', fr: 'Note d’indemnité' },
  help: {
    nl: 'Of leners een nota krijgen voor wat na alle aanmaningen niet terug is. De termijn staat in het reglement.',
    en: 'Whether borrowers get a bill for what is not back after all reminders. The term stands in the rules.',
    fr: 'Indique si les usagers reçoivent une note pour ce qui n’est pas rendu après tous les rappels. Le délai figure au règlement.',
  },
  consequence: {
    nl: 'Nee: wie niet inlevert, houdt alleen boete en aanmaningen; niemand rekent het exemplaar aan.',
    en: 'No: whoever does not return has fines and reminders only; nobody charges the item.',
    fr: 'Non : l’usager qui ne rend rien n’a que des amendes et des rappels ; le document ne lui est jamais facturé.',
  },
  example: {
    nl: 'Ja, met 35 dagen in het reglement: een boek dat op 1 april terug moest, staat op 6 mei op de lijst van de nota’s.',
    en: 'Yes, with 35 days in the rules: a book due on 1 April is on the list of bills on 6 May.',
    fr: 'Oui, avec 35 jours au règlement : un livre à rendre le 1er avril figure le 6 mai sur la liste des notes.',
  },
  synonyms: {
    nl: ['NBF', 'nota materiaalvergoeding', 'vervangingsnota', 'notaprocedure', 'factuur'],
    en: ['NBF', 'replacement cost bill', 'lost item bill', 'invoice'],
    fr: ['NBF', 'facture de remplacement', 'indemnité de remplacement'],
  },
})

/** Source: domain/1 §3.3 (print and make journal entry), [O-REPL]. */
export const replacementBillBooking = defineParameter({
  name: 'notices.replacement-bill-booking',
  area: 'bills',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: replacementBill, is: [true] },
  title: { nl: 'Nota boeken en printen', en: 'Book and print the bill', fr: 'Comptabiliser et imprimer la note' },
  help: {
    nl: 'Of het verwerken van een nota de kosten op het lid boekt en de brief of mail maakt.',
    en: 'Whether processing a bill books its costs on the patron and makes the letter or e-mail.',
    fr: 'Indique si le traitement d’une note porte les frais au compte de l’usager et produit la lettre ou l’e-mail.',
  },
  consequence: {
    nl: 'Nee: de nota staat alleen op de lijst, en medewerkers boeken en versturen zelf.',
    en: 'No: the bill is on the list only, and staff book and send it themselves.',
    fr: 'Non : la note figure seulement sur la liste ; le personnel la comptabilise et l’envoie lui-même.',
  },
  example: {
    nl: 'Nee voor lidsoort 180: scholen krijgen hun nota van de dienst onderwijs.',
    en: 'No for membership 180: schools get their bill from the education office.',
    fr: 'Non pour l’abonnement 180 : les écoles reçoivent leur note du service enseignement.',
  },
  synonyms: {
    nl: ['printen en boeken', 'nota verwerken', 'boeking'],
    en: ['print and journal entry', 'process bill'],
    fr: ['impression et écriture', 'traiter la note'],
  },
})

/** Only where there is no bill procedure. Source: domain/1 §3.3 (directly to collections agent), [O-REPL]. */
export const replacementBillDirect = defineParameter({
  name: 'notices.replacement-bill-direct',
  area: 'bills',
  ...yesNo(false),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: replacementBill, is: [false] },
  title: { nl: 'Meteen naar de deurwaarder', en: 'Straight to the bailiff', fr: 'Directement à l’huissier' },
  help: {
    nl: 'Of wat niet terugkomt, zonder nota op de lijst van de deurwaarder of de financiële dienst komt.',
    en: 'Whether what does not come back goes on the list of the bailiff or finance office without a bill.',
    fr: 'Indique si ce qui n’est pas rendu figure, sans note préalable, sur la liste de l’huissier ou du service financier.',
  },
  consequence: {
    nl: 'Ja: leners krijgen geen nota meer vooraf, en de eerste brief met een bedrag komt van elders.',
    en: 'Yes: borrowers get no bill beforehand, and the first letter with an amount comes from elsewhere.',
    fr: 'Oui : les usagers ne reçoivent plus de note au préalable ; la première lettre qui indique un montant vient d’ailleurs.',
  },
  example: {
    nl: 'Ja: na 35 dagen gaat het dossier naar de financiële dienst, die zelf factureert.',
    en: 'Yes: after 35 days the file goes to the finance office, which makes the invoice itself.',
    fr: 'Oui : après 35 jours, le dossier passe au service financier, qui facture lui-même.',
  },
  synonyms: {
    nl: ['rechtstreeks', 'zonder nota', 'financiële dienst', 'incasso'],
    en: ['direct referral', 'without bill', 'collections agent'],
    fr: ['sans note', 'service financier', 'recouvrement direct'],
  },
})

/**
 * Flemish choice: none or maximum; an older page had the running fine. Source: domain/1 §3.3, §4.5, [NBOETE],
 * [ZD-FINE].
 */
export const replacementBillFine = defineParameter({
  name: 'notices.replacement-bill-fine',
  area: 'bills',
  schema: Type.Enum(['none', 'maximum', 'running']),
  default: 'none',
  unit: 'choice',
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: replacementBill, is: [true] },
  choices: {
    none: { nl: 'geen boete', en: 'no fine', fr: 'pas d’amende' },
    maximum: {
      nl: 'de hoogste boete per exemplaar', en: 'the maximum fine per item', fr: 'l’amende maximale par document',
    },
    running: {
      nl: 'de boete tot op de dag van de nota',
      en: 'the fine up to the day of the bill',
      fr: 'l’amende au jour de la note',
    },
  },
  title: { nl: 'Boete op de nota', en: 'Fine on the bill', fr: 'Amende sur la note' },
  help: {
    nl: 'Welke boete er naast de vervangingsprijs op de materiaalvergoedingsnota komt.',
    en: 'Which fine comes on the replacement bill beside the price of replacement.',
    fr: 'Amende qui figure sur la note d’indemnité en plus du prix de remplacement.',
  },
  consequence: {
    nl: 'Geen boete: wie betaalt en niet inlevert, betaalt geen boete. De hoogste: hij betaalt soms meer dan de echte boete.',
    en: 'None: whoever pays and does not return pays no fine. The maximum: they may pay more than the real fine.',
    fr: 'Pas d’amende : l’usager qui paie sans rendre ne paie pas d’amende. L’amende maximale : il paie parfois plus que l’amende réelle.',
  },
  example: {
    nl: 'De hoogste, met een maximum van € 3,00: een boek van € 16,00 geeft een nota van € 19,00.',
    en: 'The maximum, with a maximum of € 3.00: a book of € 16.00 makes a bill of € 19.00.',
    fr: 'L’amende maximale, fixée à 3,00 € : un livre de 16,00 € donne une note de 19,00 €.',
  },
  synonyms: {
    nl: ['boete meerekenen', 'telaatgeld op nota', 'maximumboete'],
    en: ['include fine', 'late fee on bill', 'maximum fine'],
    fr: ['inclure l’amende', 'amende maximale'],
  },
})

/** Source: domain/1 §3.3 (maximum fine: for the customer), [O-REPL]. */
export const replacementBillFineMost = defineParameter({
  name: 'notices.replacement-bill-fine-most',
  area: 'bills',
  ...centsOrNone(noMaximum),
  levels: atLibrary,
  dimensions: [membership],
  setBy: setTariffs,
  onlyWhen: { parameter: replacementBillFine, is: ['maximum', 'running'] },
  title: { nl: 'Hoogste boete per nota', en: 'Most fine per bill', fr: 'Amende maximale par note' },
  help: {
    nl: 'Hoeveel boete er in totaal op één nota mag staan, voor alle exemplaren van een lener samen.',
    en: 'How much fine one bill may hold in all, for all items of a borrower together.',
    fr: 'Montant total d’amendes qu’une note peut comporter, pour tous les documents d’un usager ensemble.',
  },
  consequence: {
    nl: 'Lager: wie veel exemplaren kwijt is, krijgt een lichtere nota.',
    en: 'Lower: whoever lost many items gets a lighter bill.',
    fr: 'Plus bas : l’usager qui a perdu beaucoup de documents reçoit une note moins lourde.',
  },
  example: {
    nl: '€ 15,00: acht boeken aan € 3,00 boete geven € 24,00, maar op de nota staat € 15,00.',
    en: '€ 15.00: eight books at € 3.00 fine make € 24.00, but the bill says € 15.00.',
    fr: '15,00 € : huit livres à 3,00 € d’amende font 24,00 €, mais la note indique 15,00 €.',
  },
  synonyms: {
    nl: ['maximumboete', 'boeteplafond', 'maximum per klant'],
    en: ['maximum fine', 'cap on fines', 'maximum per customer'],
    fr: ['amende maximale', 'plafond', 'maximum par usager'],
  },
})

/** Source: domain/1 §3.3 (waiting period before a bill is printed), [O-REPL]. */
export const replacementBillWait = defineParameter({
  name: 'notices.replacement-bill-wait',
  area: 'bills',
  ...whole('days', { from: 0, to: 90, standard: 0 }),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: replacementBill, is: [true] },
  title: { nl: 'Wachttijd voor het printen', en: 'Wait before printing', fr: 'Délai avant l’impression' },
  help: {
    nl: 'Hoeveel dagen een nota nog blijft liggen nadat ze verwerkt is.',
    en: 'For how many days a bill is kept back once it has been processed.',
    fr: 'Nombre de jours pendant lesquels une note est retenue après son traitement.',
  },
  consequence: {
    nl: 'Langer: wie in die dagen inlevert, krijgt helemaal geen nota.',
    en: 'Longer: whoever returns in those days gets no bill at all.',
    fr: 'Plus long : l’usager qui rend ses documents dans ce délai ne reçoit aucune note.',
  },
  example: {
    nl: '3: een nota van maandag vertrekt op donderdag; wat woensdag binnenkwam, staat er niet meer op.',
    en: '3: a bill of Monday leaves on Thursday; what came in on Wednesday is no longer on it.',
    fr: '3 : une note du lundi part le jeudi ; ce qui a été rendu le mercredi n’y figure plus.',
  },
  synonyms: {
    nl: ['wachtperiode', 'uitstel nota', 'bedenktijd'],
    en: ['waiting period', 'delay bill'],
    fr: ['délai d’attente', 'retarder la note'],
  },
})

/** NBB. Source: domain/1 §3.3 (service desk bill), §4.6, [NBB]. */
export const deskBill = defineParameter({
  name: 'notices.desk-bill',
  area: 'bills',
  ...yesNo(true),
  levels: atPlace,
  title: { nl: 'Balienota', en: 'Desk bill', fr: 'Note au comptoir' },
  help: {
    nl: 'Of de balie meteen een nota kan maken voor een verloren of beschadigd exemplaar.',
    en: 'Whether the desk can make a bill at once for a lost or damaged item.',
    fr: 'Indique si le comptoir peut établir sur-le-champ une note pour un document perdu ou abîmé.',
  },
  consequence: {
    nl: 'Ja: de lener betaalt ter plekke en het exemplaar wordt afgeschreven zodra alles betaald is.',
    en: 'Yes: the borrower pays on the spot and the item is written off as soon as all is paid.',
    fr: 'Oui : l’usager paie sur place et le document est retiré des collections dès que tout est payé.',
  },
  example: {
    nl: 'Ja: een natgeworden prentenboek van € 12,00 staat vijf minuten later op een nota.',
    en: 'Yes: a soaked picture book of € 12.00 is on a bill five minutes later.',
    fr: 'Oui : un album détrempé de 12,00 € figure sur une note cinq minutes plus tard.',
  },
  synonyms: {
    nl: ['NBB', 'verloren exemplaar', 'beschadigd exemplaar', 'nota aan de balie'],
    en: ['NBB', 'lost item', 'damaged item', 'counter note'],
    fr: ['NBB', 'document perdu', 'document abîmé'],
  },
})

export const replacementBillParameters = [
  replacementBill, replacementBillBooking, replacementBillDirect, replacementBillFine, replacementBillFineMost,
  replacementBillWait, deskBill,
] as const
