import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace, atSystem } from '../level.ts'
import { whole, yesNo } from '../shape.ts'

/** GKVVINB. Source: domain/1 §3.3 (block point of sale), [O-POS]. */
export const salesBlocked = defineParameter({
  name: 'shop-sales.blocked',
  area: 'money',
  ...yesNo(false),
  levels: atLibrary,
  title: { nl: 'Winkelverkoop uitzetten', en: 'Turn shop sales off', fr: 'Désactiver les ventes de la boutique' },
  help: {
    nl: 'Of de balie geen winkelartikelen kan verkopen.',
    en: 'Whether the desk cannot sell shop articles.',
    fr: 'Indique si la vente d’articles de la boutique est désactivée au comptoir.',
  },
  consequence: {
    nl: 'Ja: het verkoopscherm verdwijnt; boetes en andere kosten rekent de balie gewoon af.',
    en: 'Yes: the sales screen goes; the desk settles fines and other costs as usual.',
    fr: 'Oui : l’écran de vente disparaît ; les amendes et autres frais se règlent comme d’habitude.',
  },
  example: {
    nl: 'Ja in een bibliotheek waar de gemeentewinkel alle zakjes en kopieën verkoopt.',
    en: 'Yes in a library where the town hall shop sells all bags and copies.',
    fr: 'Oui dans une bibliothèque où le guichet communal vend tous les sacs et les copies.',
  },
  synonyms: {
    nl: ['GKVVINB', 'verkooppunt', 'kassa uit', 'winkelverkoop'],
    en: ['GKVVINB', 'point of sale', 'block sales'],
    fr: ['GKVVINB', 'point de vente', 'boutique'],
  },
})

/** IBK-BNG. Source: domain/1 §3.3, §5.7, [O-CASH]. */
export const closingInitials = defineParameter({
  name: 'accounts.closing-initials',
  area: 'money',
  ...yesNo(false),
  levels: atPlace,
  title: {
    nl: 'Paraaf bij het tellen van de kassa',
    en: 'Initials at the cash count',
    fr: 'Paraphe au comptage de la caisse',
  },
  help: {
    nl: 'Of wie de kassa telt, zijn initialen invult voor een verschil geboekt wordt.',
    en: 'Whether the person who counts the drawer fills in their initials before a difference is booked.',
    fr: 'Indique si l’agent qui compte la caisse note ses initiales avant la comptabilisation d’un écart.',
  },
  consequence: {
    nl: 'Ja: bij elk kasverschil staat op het verslag wie telde.',
    en: 'Yes: with every difference the report says who counted.',
    fr: 'Oui : pour chaque écart, le rapport dit qui a compté.',
  },
  example: {
    nl: 'Ja: € 0,50 te weinig op 20 november staat op het verslag met de letters “eva”.',
    en: 'Yes: € 0.50 short on 20 November is on the report with the letters “eva”.',
    fr: 'Oui : 0,50 € de moins le 20 novembre figure au rapport avec les lettres « eva ».',
  },
  synonyms: {
    nl: ['IBK-BNG', 'initialen', 'kastelling', 'kasverschil'],
    en: ['IBK-BNG', 'initials', 'cash difference'],
    fr: ['IBK-BNG', 'initiales', 'écart de caisse'],
  },
})

/** Counting daily is not required. Source: domain/1 §5.7, [O-CASH]. */
export const cashCount = defineParameter({
  name: 'accounts.cash-count',
  area: 'money',
  schema: Type.Enum(['day', 'week', 'month']),
  default: 'day',
  unit: 'choice',
  levels: atPlace,
  choices: {
    day: { nl: 'elke openingsdag', en: 'every opening day', fr: 'chaque jour d’ouverture' },
    week: { nl: 'elke week', en: 'every week', fr: 'chaque semaine' },
    month: { nl: 'elke maand', en: 'every month', fr: 'chaque mois' },
  },
  title: { nl: 'Hoe vaak de kassa geteld wordt', en: 'How often the drawer is counted', fr: 'Fréquence du comptage de la caisse' },
  help: {
    nl: 'Na hoeveel tijd de console vraagt om de kassa te tellen.',
    en: 'After how much time the console asks to count the drawer.',
    fr: 'Fréquence à laquelle la console demande de compter la caisse.',
  },
  consequence: {
    nl: 'Minder vaak: minder werk, maar een verschil is moeilijker terug te vinden.',
    en: 'Less often: less work, but a difference is harder to trace.',
    fr: 'Moins souvent : moins de travail, mais un écart est plus difficile à retrouver.',
  },
  example: {
    nl: 'Elke week: op maandag staat er een herinnering voor de kassa van vorige week.',
    en: 'Every week: on Monday there is a reminder for last week’s drawer.',
    fr: 'Chaque semaine : le lundi, un rappel concerne la caisse de la semaine passée.',
  },
  synonyms: {
    nl: ['kastelling', 'kasafsluiting', 'dagafsluiting'],
    en: ['cash count', 'daily closing'],
    fr: ['comptage', 'clôture de caisse'],
  },
})

/** Set in the desk profile. Source: domain/2 §7.4, [L46]. */
export const shownCosts = defineParameter({
  name: 'accounts.shown-costs',
  area: 'money',
  schema: Type.Enum(['session', 'all']),
  default: 'session',
  unit: 'choice',
  levels: atPlace,
  choices: {
    session: { nl: 'alleen van deze sessie', en: 'of this session only', fr: 'de cette session seulement' },
    all: { nl: 'alles wat openstaat', en: 'all that is open', fr: 'tout ce qui est dû' },
  },
  title: { nl: 'Kosten in het afrekenblok', en: 'Costs in the settlement', fr: 'Frais au décompte' },
  help: {
    nl: 'Welke kosten het afrekenblok op het einde van een sessie toont.',
    en: 'Which costs the settlement at the end of a session shows.',
    fr: 'Les frais que le décompte affiche en fin de session.',
  },
  consequence: {
    nl: 'Alles wat openstaat: oude kosten worden vaker betaald, maar de rij aan de balie schuift trager op.',
    en: 'All that is open: old costs are paid more often, but the queue at the desk moves more slowly.',
    fr: 'Tout ce qui est dû : les anciens frais sont plus souvent payés, mais la file au comptoir avance moins vite.',
  },
  example: {
    nl: 'Alleen van deze sessie: wie een boek terugbrengt, ziet de boete van vandaag en niet die van vorige maand.',
    en: 'Of this session only: whoever returns a book sees today’s fine and not last month’s.',
    fr: 'De cette session seulement : l’usager qui rend un livre voit l’amende du jour et non celle du mois passé.',
  },
  synonyms: {
    nl: ['afrekenblok', 'balieprofiel', 'openstaande kosten tonen'],
    en: ['settlement block', 'desk profile', 'show open costs'],
    fr: ['bloc de paiement', 'profil de comptoir'],
  },
})

/** Source: domain/2 §7.4 (personal drawers per employee), [O50]. */
export const staffDrawer = defineParameter({
  name: 'accounts.staff-drawer',
  area: 'money',
  ...yesNo(false),
  levels: atPlace,
  title: { nl: 'Eigen kassa per medewerker', en: 'A drawer for each member of staff', fr: 'Une caisse par agent' },
  help: {
    nl: 'Of elke medewerker in een eigen kassalade boekt in plaats van in die van de balie.',
    en: 'Whether every member of staff books in a drawer of their own instead of that of the desk.',
    fr: 'Indique si chaque agent encaisse dans son propre tiroir au lieu de celui du comptoir.',
  },
  consequence: {
    nl: 'Ja: verschillen zijn per persoon te zien, en iedereen telt zijn eigen lade.',
    en: 'Yes: differences show per person, and everybody counts their own drawer.',
    fr: 'Oui : les écarts se voient par personne, et chacun compte son tiroir.',
  },
  example: {
    nl: 'Ja: An begint met € 75,00 in lade 061 en telt ze na haar dienst.',
    en: 'Yes: An begins with € 75.00 in drawer 061 and counts it after her shift.',
    fr: 'Oui : An commence avec 75,00 € dans le tiroir 061 et le compte après son service.',
  },
  synonyms: {
    nl: ['kassalade', 'persoonlijke kassa', 'kasgroep'],
    en: ['cash drawer', 'personal drawer'],
    fr: ['tiroir-caisse', 'caisse personnelle'],
  },
})

/** The original day if at most 30 days ago. Source: domain/1 §5.5, [HERST]. */
export const reversalDays = defineParameter({
  name: 'accounts.reversal-days',
  area: 'money',
  ...whole('days', { from: 0, to: 90, standard: 30 }),
  levels: atLibrary,
  title: {
    nl: 'Storno op de oorspronkelijke dag', en: 'Reversal on the original day', fr: 'Extourne au jour d’origine',
  },
  help: {
    nl: 'Hoeveel dagen terug een storno nog de oorspronkelijke dag als datum mag krijgen.',
    en: 'How many days back a reversal may still be dated on the original day.',
    fr: 'Nombre de jours pendant lesquels une extourne peut encore porter la date d’origine.',
  },
  consequence: {
    nl: 'Korter: afgesloten weken veranderen minder snel nog van totaal.',
    en: 'Shorter: closed weeks are less likely to change their totals.',
    fr: 'Plus court : les totaux des semaines clôturées risquent moins de changer.',
  },
  example: {
    nl: '30: een foute boeking van 2 maart kan tot 1 april op 2 maart hersteld worden, daarna op de dag zelf.',
    en: '30: a wrong posting of 2 March can be reversed on 2 March until 1 April, after that on the day itself.',
    fr: '30 : une écriture erronée du 2 mars peut être extournée à la date du 2 mars jusqu’au 1er avril, ensuite à la date du jour.',
  },
  synonyms: {
    nl: ['storno', 'tegenboeking', 'herstel', 'terugboeken'],
    en: ['storno', 'counter-booking', 'undo payment'],
    fr: ['extourne', 'contre-écriture', 'rectification'],
  },
})

/** Closed more than two years ago. Source: domain/1 §5.7, domain/2 §2.6, [FOBE], [L41]. */
export const archiveYears = defineParameter({
  name: 'accounts.archive-years',
  area: 'money',
  ...whole('years', { from: 2, to: 10, standard: 2 }),
  levels: atSystem,
  title: { nl: 'Kosten naar het archief na', en: 'Costs archived after', fr: 'Archivage des frais après' },
  help: {
    nl: 'Na hoeveel jaar afgesloten kosten uit de gewone overzichten verdwijnen.',
    en: 'After how many years closed costs go from the ordinary reports.',
    fr: 'Nombre d’années après lequel les frais clôturés quittent les états ordinaires.',
  },
  consequence: {
    nl: 'Langer: de geschiedenis van een lener gaat verder terug, en overzichten laden trager.',
    en: 'Longer: a borrower’s history goes back further, and reports load more slowly.',
    fr: 'Plus long : l’historique d’un usager remonte plus loin, et les états se chargent plus lentement.',
  },
  example: {
    nl: '2: wat in maart 2024 betaald is, staat vanaf 1 april 2026 in het archief.',
    en: '2: what was paid in March 2024 is in the archive from 1 April 2026.',
    fr: '2 : ce qui a été payé en mars 2024 est archivé à partir du 1er avril 2026.',
  },
  synonyms: {
    nl: ['archief', 'oude kosten', 'bewaartermijn', 'financieel overzicht'],
    en: ['archive', 'old costs', 'retention'],
    fr: ['archives', 'anciens frais', 'conservation'],
  },
})

export const tillParameters = [
  salesBlocked, closingInitials, cashCount, shownCosts, staffDrawer, reversalDays, archiveYears,
] as const
