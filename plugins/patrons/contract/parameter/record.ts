import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atSystem } from '#plugins/parameters/contract/level.ts'
import { whole } from '#plugins/parameters/contract/shape.ts'

/** HFDPWYK makes it follow the postal code. Source: domain/1 §2.1, [O-ORGTAB]. */
export const homeBranch = defineParameter({
  name: 'patrons.home-branch',
  area: 'membership',
  schema: Type.Enum(['registration', 'postal-code']),
  default: 'registration',
  unit: 'choice',
  levels: atSystem,
  choices: {
    registration: {
      nl: 'de vestiging van inschrijving', en: 'the branch of enrolment', fr: 'l’implantation d’inscription',
    },
    'postal-code': {
      nl: 'de vestiging van de postcode', en: 'the branch of the postal code', fr: 'l’implantation du code postal',
    },
  },
  title: { nl: 'Thuisvestiging van een lener', en: 'Home branch of a borrower', fr: 'Implantation d’attache' },
  help: {
    nl: 'Welke vestiging de thuisvestiging wordt van wie zich inschrijft. Ze bepaalt welk lidgeld geldt.',
    en: 'Which branch becomes the home branch of whoever enrols. It decides which fee holds.',
    fr: 'L’implantation à laquelle un nouvel usager est rattaché. Elle détermine sa cotisation.',
  },
  consequence: {
    nl: 'Volgens postcode: wie zich op het werk inschrijft, krijgt toch de vestiging van zijn woonplaats.',
    en: 'By postal code: whoever enrols near work still gets the branch of their home.',
    fr: 'Selon le code postal : l’usager qui s’inscrit près de son travail est rattaché à l’implantation de son domicile.',
  },
  example: {
    nl: 'Volgens postcode: Els woont in Zwalm en schrijft zich in Gent in; haar thuisvestiging is Zwalm.',
    en: 'By postal code: Els lives in Zwalm and enrols in Gent; her home branch is Zwalm.',
    fr: 'Selon le code postal : Els habite à Zwalm et s’inscrit à Gand ; son implantation d’attache est Zwalm.',
  },
  synonyms: {
    nl: ['HFDPWYK', 'hoofdvestiging lener', 'eigen vestiging'],
    en: ['HFDPWYK', 'home library', 'main branch'],
    fr: ['HFDPWYK', 'implantation principale'],
  },
})

/** For patrons who did not ask to keep their history. Source: domain/2 §2.2, domain/3 §1, [L10]. */
export const loanHistoryDays = defineParameter({
  name: 'patrons.loan-history-days',
  area: 'membership',
  ...whole('days', { from: 30, to: 365, standard: 90 }),
  levels: atSystem,
  title: { nl: 'Leenhistoriek zonder toestemming', en: 'Loan history without consent', fr: 'Historique de prêt sans accord' },
  help: {
    nl: 'Na hoeveel dagen leningen niet meer aan een lener hangen die zijn historiek niet wil bewaren.',
    en: 'After how many days loans are no longer tied to a borrower who does not want a history.',
    fr: 'Nombre de jours après lequel les prêts ne sont plus liés à un usager qui ne veut pas d’historique.',
  },
  consequence: {
    nl: 'Korter: schade aan een exemplaar is minder lang naar de vorige lener terug te voeren.',
    en: 'Shorter: damage to an item can be traced to the previous borrower for less long.',
    fr: 'Plus court : un dégât peut moins longtemps être rattaché à l’emprunteur précédent.',
  },
  example: {
    nl: '90: wat op 1 april terugkwam, is vanaf 30 juni naamloos.',
    en: '90: what came back on 1 April is without a name from 30 June.',
    fr: '90 : ce qui est rentré le 1er avril est anonyme dès le 30 juin.',
  },
  synonyms: {
    nl: ['historiek wissen', 'anonimiseren', 'privacy', 'GDPR', 'AVG'],
    en: ['erase history', 'pseudonymise', 'privacy', 'GDPR'],
    fr: ['effacer l’historique', 'anonymiser', 'vie privée', 'RGPD'],
  },
})

/** For patrons who keep their history. Source: domain/2 §2.2, [L10]. */
export const loanHistoryYears = defineParameter({
  name: 'patrons.loan-history-years',
  area: 'membership',
  ...whole('years', { from: 1, to: 10, standard: 5 }),
  levels: atSystem,
  title: { nl: 'Leenhistoriek met toestemming', en: 'Loan history with consent', fr: 'Historique de prêt avec accord' },
  help: {
    nl: 'Hoeveel jaar leners die dat willen, hun leningen kunnen terugzien.',
    en: 'For how many years borrowers who want to can look back at their loans.',
    fr: 'Nombre d’années pendant lesquelles les usagers qui le souhaitent peuvent revoir leurs prêts.',
  },
  consequence: {
    nl: 'Korter: leners verliezen hun oudste titels uit “al eens geleend”.',
    en: 'Shorter: borrowers lose their oldest titles from “borrowed before”.',
    fr: 'Plus court : les titres les plus anciens disparaissent de « déjà emprunté ».',
  },
  example: {
    nl: '5: een boek van maart 2021 verdwijnt in maart 2026 uit de historiek.',
    en: '5: a book of March 2021 goes from the history in March 2026.',
    fr: '5 : un livre de mars 2021 quitte l’historique en mars 2026.',
  },
  synonyms: {
    nl: ['leenhistoriek bewaren', 'bewaartermijn', 'al gelezen'],
    en: ['keep history', 'retention', 'already read'],
    fr: ['conserver l’historique', 'durée de conservation', 'déjà lu'],
  },
})

/** Not while something is open or blocked. Source: domain/3 §1 (S27, S28). */
export const eraseAfterYears = defineParameter({
  name: 'patrons.erase-after-years',
  area: 'membership',
  ...whole('years', { from: 1, to: 10, standard: 2 }),
  levels: atSystem,
  title: { nl: 'Oud-leden wissen na', en: 'Former members erased after', fr: 'Anciens membres effacés après' },
  help: {
    nl: 'Hoeveel jaar na het einde van hun lidmaatschap de gegevens van leners verdwijnen.',
    en: 'How many years after the end of their membership the data of borrowers go.',
    fr: 'Nombre d’années, après la fin de l’abonnement, au bout duquel les données des usagers sont effacées.',
  },
  consequence: {
    nl: 'Wie nog kosten, tegoed, een blokkade of een exemplaar heeft, blijft staan tot dat in orde is.',
    en: 'Whoever still has costs, credit, a block or an item stays until that is settled.',
    fr: 'Les données d’un usager qui a encore des frais, un avoir, un blocage ou un document sont conservées jusqu’à ce que tout soit réglé.',
  },
  example: {
    nl: '2: een lidmaatschap dat op 31 mei 2024 eindigde, verdwijnt vanaf 1 juni 2026.',
    en: '2: a membership that ended on 31 May 2024 goes from 1 June 2026.',
    fr: '2 : un abonnement terminé le 31 mai 2024 disparaît dès le 1er juin 2026.',
  },
  synonyms: {
    nl: ['bewaartermijn', 'opschonen', 'recht op vergetelheid', 'GDPR', 'AVG'],
    en: ['retention', 'clean-up', 'right to erasure', 'GDPR'],
    fr: ['durée de conservation', 'nettoyage', 'droit à l’effacement', 'RGPD'],
  },
})

export const recordParameters = [homeBranch, loanHistoryDays, loanHistoryYears, eraseAfterYears] as const
