import { defineParameter } from '#core/contract.ts'
import { atLibrary, atSystem } from '../level.ts'
import { material } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { Cents } from '../price.ts'
import { whole, yesNo } from '../shape.ts'

/** Eight days, then a cancellation. Source: domain/1 §3.3, domain/2 §6.1, [IBLPL], [L18]. */
export const interlibraryOpenDays = defineParameter({
  name: 'interlibrary.open-days',
  area: 'interlibrary',
  ...whole('days', { from: 1, to: 90, standard: 8 }),
  levels: atSystem,
  dimensions: [material],
  title: {
    nl: 'Looptijd van een IBL-aanvraag', en: 'Term of an interlibrary request', fr: 'Durée d’une demande de PEB',
  },
  help: {
    nl: 'Na hoeveel dagen een IBL-aanvraag vervalt die niemand leverde.',
    en: 'After how many days an interlibrary request lapses that nobody supplied.',
    fr: 'Nombre de jours après lequel expire une demande de PEB à laquelle aucune bibliothèque n’a répondu.',
  },
  consequence: {
    nl: 'Langer: meer aanvragen lukken, maar leners wachten langer op het bericht dat het niet gaat.',
    en: 'Longer: more requests succeed, but borrowers wait longer to hear that it will not work.',
    fr: 'Plus long : davantage de demandes aboutissent, mais l’usager attend plus longtemps une réponse négative.',
  },
  example: {
    nl: '8: een aanvraag van 4 mei die niemand levert, vervalt op 12 mei, en de lener krijgt bericht.',
    en: '8: a request of 4 May that nobody supplies lapses on 12 May, and the borrower is told.',
    fr: '8 : une demande du 4 mai restée sans suite expire le 12 mai, et l’usager en est averti.',
  },
  synonyms: {
    nl: ['vervaldatum IBL', '8 dagen', 'annulatie IBL'],
    en: ['ILL expiry', '8 days', 'cancelled request'],
    fr: ['expiration PEB', '8 jours', 'annulation'],
  },
})

/** The "windowtime" set for the whole sector. Source: domain/2 §6.2, [L28]. */
export const interlibraryNewDays = defineParameter({
  name: 'interlibrary.new-days',
  area: 'interlibrary',
  ...whole('days', { from: 0, to: 1095, standard: 365 }),
  levels: atSystem,
  title: {
    nl: 'Recent aangekocht blijft thuis',
    en: 'Recent purchases stay home',
    fr: 'Les achats récents restent sur place',
  },
  help: {
    nl: 'Hoeveel dagen na de aankoop een exemplaar niet aan andere bibliotheken geleverd wordt.',
    en: 'For how many days after its purchase an item is not supplied to other libraries.',
    fr: 'Nombre de jours, après l’achat, pendant lesquels un document n’est pas fourni à d’autres bibliothèques.',
  },
  consequence: {
    nl: 'Korter: nieuwe titels raken sneller bij leners van elders, en de eigen leners wachten langer.',
    en: 'Shorter: new titles reach borrowers elsewhere sooner, and one’s own borrowers wait longer.',
    fr: 'Plus court : les nouveautés arrivent plus vite chez les usagers d’ailleurs, et ceux de la bibliothèque attendent plus longtemps.',
  },
  example: {
    nl: '365: een roman die op 10 maart 2026 gekocht werd, kan vanaf 10 maart 2027 gevraagd worden.',
    en: '365: a novel bought on 10 March 2026 can be asked for from 10 March 2027.',
    fr: '365 : un roman acheté le 10 mars 2026 peut être demandé à partir du 10 mars 2027.',
  },
  synonyms: {
    nl: ['windowtime', 'nieuwe aanwinsten', 'recente exemplaren'],
    en: ['windowtime', 'new acquisitions', 'recent items'],
    fr: ['windowtime', 'nouveautés', 'achats récents'],
  },
})

/** Sprinters, story plates, Daisy, Braille, games are kept out by the sector. Source: domain/2 §6.2, [L28]. */
export const interlibraryLends = defineParameter({
  name: 'interlibrary.lends',
  area: 'interlibrary',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [material],
  title: { nl: 'Materiaalsoort in IBL', en: 'Material in interlibrary loan', fr: 'Type de document en PEB' },
  help: {
    nl: 'Of exemplaren van deze materiaalsoort via IBL naar andere bibliotheken gaan.',
    en: 'Whether items of this material go to other libraries by interlibrary loan.',
    fr: 'Indique si les documents de ce type sont prêtés à d’autres bibliothèques par PEB.',
  },
  consequence: {
    nl: 'Nee: leners van elders zien de knop “Laat brengen” niet bij deze exemplaren.',
    en: 'No: borrowers elsewhere do not see the button “Have it brought” with these items.',
    fr: 'Non : les usagers d’ailleurs ne voient pas le bouton « Faire venir » pour ces documents.',
  },
  example: {
    nl: 'Nee voor sprinters, vertelplaten, braille en spellen, ja voor al de rest.',
    en: 'No for sprinters, story plates, Braille and games, yes for all the rest.',
    fr: 'Non pour les sprinters, les planches de kamishibaï, le braille et les jeux, oui pour tout le reste.',
  },
  synonyms: {
    nl: ['blokkade IBL', 'uitgesloten materiaal', 'sprinters', 'spellen'],
    en: ['ILL block', 'excluded material', 'games'],
    fr: ['exclusion PEB', 'documents exclus', 'jeux'],
  },
})

/** Agreed for the pilot of 2022; netted per calendar year. Source: domain/1 §3.3, domain/2 §6.5, [IBLFIN], [L29]. */
export const deliveryPrice = defineParameter({
  name: 'interlibrary.delivery-price',
  area: 'interlibrary',
  schema: Cents,
  default: 800,
  unit: 'cents',
  levels: atSystem,
  setBy: setTariffs,
  title: {
    nl: 'Vergoeding tussen bibliotheken',
    en: 'Compensation between libraries',
    fr: 'Compensation entre bibliothèques',
  },
  help: {
    nl: 'Wat een bibliotheek krijgt per geleverd exemplaar en betaalt per ontvangen exemplaar.',
    en: 'What a library gets for each item supplied and pays for each item received.',
    fr: 'Ce qu’une bibliothèque reçoit par document fourni et paie par document reçu.',
  },
  consequence: {
    nl: 'Leners merken hier niets van: het bedrag telt in de jaarlijkse verrekening tussen bibliotheken.',
    en: 'Borrowers notice nothing: the amount counts in the yearly settlement between libraries.',
    fr: 'L’usager n’en voit rien : le montant entre dans le décompte annuel entre bibliothèques.',
  },
  example: {
    nl: '€ 8,00: wie 120 exemplaren leverde en er 90 ontving, krijgt in april € 240,00.',
    en: '€ 8.00: whoever supplied 120 items and received 90 gets € 240.00 in April.',
    fr: '8,00 € : une bibliothèque qui a fourni 120 documents et en a reçu 90 touche 240,00 € en avril.',
  },
  synonyms: {
    nl: ['verrekening IBL', 'saldo', 'leveringskost', '8 euro'],
    en: ['ILL settlement', 'balance', 'delivery price'],
    fr: ['décompte PEB', 'solde', 'prix de livraison'],
  },
})

/** About 8 euros, set by the academic library. Source: domain/1 §3.3, domain/2 §6.5, [IBLFIN], [L29]. */
export const impalaRequestPrice = defineParameter({
  name: 'interlibrary.impala-request-price',
  area: 'interlibrary',
  schema: Cents,
  default: 800,
  unit: 'cents',
  levels: atSystem,
  setBy: setTariffs,
  title: { nl: 'Prijs van een Impala-aanvraag', en: 'Price of an Impala request', fr: 'Prix d’une demande Impala' },
  help: {
    nl: 'Wat een wetenschappelijke bibliotheek gewoonlijk aanrekent voor één aanvraag.',
    en: 'What an academic library commonly charges for one request.',
    fr: 'Ce qu’une bibliothèque scientifique facture d’ordinaire par demande.',
  },
  consequence: {
    nl: 'Medewerkers zien dit bedrag als raming; Impala factureert het echte.',
    en: 'Staff see this amount as an estimate; Impala invoices the real one.',
    fr: 'Le personnel voit ce montant à titre d’estimation ; Impala facture le montant réel.',
  },
  example: {
    nl: '€ 8,00: drie aanvragen in Leuven kosten de bibliotheek ongeveer € 24,00.',
    en: '€ 8.00: three requests in Leuven cost the library about € 24.00.',
    fr: '8,00 € : trois demandes à Louvain coûtent environ 24,00 € à la bibliothèque.',
  },
  synonyms: {
    nl: ['Impala', 'wetenschappelijke bibliotheek', 'aanvraagprijs'],
    en: ['Impala', 'academic library', 'request price'],
    fr: ['Impala', 'bibliothèque scientifique', 'prix de demande'],
  },
})

/** Indexed, and paid by Cultuurconnect. Source: domain/1 §3.3, domain/2 §6.5, [IBLFIN], [L29]. */
export const impalaTransactionPrice = defineParameter({
  name: 'interlibrary.impala-transaction-price',
  area: 'interlibrary',
  schema: Cents,
  default: 107,
  unit: 'cents',
  levels: atSystem,
  setBy: setTariffs,
  title: { nl: 'Impala-transactie', en: 'Impala transaction', fr: 'Transaction Impala' },
  help: {
    nl: 'Wat elke transactie in Impala kost aan wie het platform voor de hele regio betaalt.',
    en: 'What each transaction in Impala costs whoever pays the platform for the whole region.',
    fr: 'Ce que chaque transaction Impala coûte à l’organisme qui paie la plateforme pour toute la région.',
  },
  consequence: {
    nl: 'Bibliotheken en leners betalen dit niet; het bedrag staat in het jaaroverzicht van de regio.',
    en: 'Libraries and borrowers do not pay this; the amount is in the region’s yearly overview.',
    fr: 'Ni les bibliothèques ni les usagers ne le paient ; le montant figure au bilan annuel de la région.',
  },
  example: {
    nl: '€ 1,07: duizend transacties in een jaar kosten de regio € 1.070,00.',
    en: '€ 1.07: a thousand transactions in a year cost the region € 1,070.00.',
    fr: '1,07 € : mille transactions par an coûtent 1 070,00 € à la région.',
  },
  synonyms: {
    nl: ['Impala', 'transactiekost', 'Cultuurconnect'],
    en: ['Impala', 'transaction cost'],
    fr: ['Impala', 'frais de transaction'],
  },
})

/** Source: domain/1 §3.3 (Impala minimum invoice 12 euro), [IBLFIN], [L29]. */
export const impalaInvoiceMinimum = defineParameter({
  name: 'interlibrary.impala-invoice-minimum',
  area: 'interlibrary',
  schema: Cents,
  default: 1200,
  unit: 'cents',
  levels: atSystem,
  setBy: setTariffs,
  title: { nl: 'Kleinste Impala-factuur', en: 'Smallest Impala invoice', fr: 'Facture Impala minimale' },
  help: {
    nl: 'Vanaf welk bedrag Impala een factuur stuurt.',
    en: 'From which amount Impala sends an invoice.',
    fr: 'Montant à partir duquel Impala envoie une facture.',
  },
  consequence: {
    nl: 'Kleinere bedragen schuiven door naar de volgende factuur van de bibliotheek.',
    en: 'Smaller amounts move on to the library’s next invoice.',
    fr: 'Les montants inférieurs sont reportés sur la facture suivante de la bibliothèque.',
  },
  example: {
    nl: '€ 12,00: één aanvraag van € 8,00 wordt pas samen met de volgende gefactureerd.',
    en: '€ 12.00: one request of € 8.00 is invoiced together with the next one only.',
    fr: '12,00 € : une demande isolée de 8,00 € n’est facturée qu’avec la suivante.',
  },
  synonyms: {
    nl: ['Impala', 'minimumfactuur', 'facturatie'],
    en: ['Impala', 'minimum invoice'],
    fr: ['Impala', 'facture minimale'],
  },
})

export const interlibrarySupplyParameters = [
  interlibraryOpenDays, interlibraryNewDays, interlibraryLends, deliveryPrice, impalaRequestPrice,
  impalaTransactionPrice, impalaInvoiceMinimum,
] as const
