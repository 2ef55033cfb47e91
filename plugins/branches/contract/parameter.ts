import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'

const levels = ['system', 'group', 'library', 'branch', 'bookmobile', 'stop'] as const

/** Whether "close" proposes more time for what is due on the closed days. */
export const extendLoans = defineParameter({
  name: 'branches.extend-loans',
  schema: Type.Boolean(),
  default: true,
  unit: 'yes-no',
  levels,
  title: { nl: 'Meer tijd bij sluiting', en: 'More time when closed', fr: 'Plus de temps en cas de fermeture' },
  help: {
    nl: 'Of het venster “sluiten” voorstelt om meer tijd te geven voor wat dan terug moet.',
    en: 'Whether the “close” dialog proposes to give more time for what is due then.',
    fr: 'Si la fenêtre « fermer » propose de donner plus de temps pour ce qui doit rentrer alors.',
  },
})

/** Whether "close" proposes that the closed days cost no fines: `V` instead of `G`. */
export const noFines = defineParameter({
  name: 'branches.no-fines',
  schema: Type.Boolean(),
  default: false,
  unit: 'yes-no',
  levels,
  title: {
    nl: 'Geen boete over sluitingsdagen',
    en: 'No fines over closed days',
    fr: 'Pas d’amende pour les jours de fermeture',
  },
  help: {
    nl: 'Of het venster “sluiten” voorstelt om over die dagen geen boete te rekenen (vakantie, niet gesloten).',
    en: 'Whether the “close” dialog proposes to charge no fines over these days (vacation instead of closed).',
    fr: 'Si la fenêtre « fermer » propose de ne pas compter d’amende pour ces jours (vacances au lieu de fermé).',
  },
})

/** What the public reads when a closing is entered without words of its own. */
export const closingText = defineParameter({
  name: 'branches.closing-text',
  schema: Type.String({ minLength: 1, maxLength: 250, pattern: '\\S' }),
  default: 'Uitzonderlijk gesloten',
  unit: 'text',
  levels,
  title: { nl: 'Voorgestelde sluitingstekst', en: 'Proposed closing text', fr: 'Texte de fermeture proposé' },
  help: {
    nl: 'De reden die het venster “sluiten” voorstelt; de bezoeker leest ze op de website.',
    en: 'The reason that the “close” dialog proposes; visitors read it on the website.',
    fr: 'Le motif que propose la fenêtre « fermer » ; le visiteur le lit sur le site.',
  },
})

/** How far ahead websites show closings. */
export const feedDays = defineParameter({
  name: 'branches.feed-days',
  schema: Type.Integer({ minimum: 7, maximum: 400 }),
  default: 90,
  unit: 'days',
  levels,
  title: {
    nl: 'Sluitingen vooruit op de website',
    en: 'Closings ahead on the website',
    fr: 'Fermetures annoncées sur le site',
  },
  help: {
    nl: 'Hoeveel dagen vooruit de website sluitingsdagen toont.',
    en: 'How many days ahead the website shows closing days.',
    fr: 'Combien de jours à l’avance le site affiche les fermetures.',
  },
})

/** How long before a provisional end somebody is asked whether it still stands. */
export const provisionalReminder = defineParameter({
  name: 'branches.provisional-reminder',
  schema: Type.Integer({ minimum: 0, maximum: 90 }),
  default: 7,
  unit: 'days',
  levels,
  title: {
    nl: 'Navraag bij voorlopig einde',
    en: 'Asking about a provisional end',
    fr: 'Rappel avant une fin provisoire',
  },
  help: {
    nl: 'Hoeveel dagen voor het voorlopige einde van een sluiting de console vraagt of het nog klopt.',
    en: 'How many days before the provisional end of a closing the console asks whether it still stands.',
    fr: 'Combien de jours avant la fin provisoire d’une fermeture la console demande si elle tient toujours.',
  },
})

/** From how many days of known hours downwards the landing page warns. */
export const hoursWarning = defineParameter({
  name: 'branches.hours-warning',
  schema: Type.Integer({ minimum: 1, maximum: 366 }),
  default: 60,
  unit: 'days',
  levels,
  title: {
    nl: 'Waarschuwing voor aflopende uren',
    en: 'Warning of hours that end',
    fr: 'Avertissement d’heures qui prennent fin',
  },
  help: {
    nl: 'Vanaf hoeveel resterende dagen met gekende uren de startpagina waarschuwt.',
    en: 'From how many remaining days of known hours downwards the landing page warns.',
    fr: 'À partir de combien de jours restants d’heures connues la page d’accueil avertit.',
  },
})

/** From which month on next year's calendar is asked for. */
export const roundMonth = defineParameter({
  name: 'branches.round-month',
  schema: Type.Integer({ minimum: 1, maximum: 12 }),
  default: 10,
  unit: 'choice',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Begin van de jaarronde', en: 'Start of the yearly round', fr: 'Début du tour annuel' },
  help: {
    nl: 'Vanaf welke maand (1 tot 12) de console vraagt om de kalender van volgend jaar te bevestigen.',
    en: 'From which month (1 to 12) the console asks to confirm next year’s calendar.',
    fr: 'À partir de quel mois (1 à 12) la console demande de confirmer le calendrier de l’année suivante.',
  },
})

export const branchesParameters = [
  extendLoans,
  noFines,
  closingText,
  feedDays,
  provisionalReminder,
  hoursWarning,
  roundMonth,
] as const
