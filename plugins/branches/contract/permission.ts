import { defineLimit, definePermissions } from '#core/contract.ts'

/** How many days somebody may close at once; a grant may say so of `branches.close`. */
export const daysClosed = defineLimit({
  name: 'branches.days-closed', kind: 'days',
  title: { nl: 'dagen dicht per keer', en: 'days closed at once', fr: 'jours de fermeture à la fois' },
})

/** What the plugin lets people do about time; reading is `core.see`. */
export const branchesPermissions = definePermissions('branches', {
  hours: {
    nl: 'openingsuren wijzigen',
    en: 'change opening hours',
    fr: 'modifier les heures d’ouverture',
  },
  close: {
    nl: 'sluitingsdagen, toch-open-dagen en dringende berichten zetten',
    en: 'set closing days, open-anyway days and urgent messages',
    fr: 'fixer les jours de fermeture, les ouvertures exceptionnelles et les messages urgents',
    limitedBy: [daysClosed],
  },
  rules: {
    nl: 'regels zetten die elk jaar terugkomen',
    en: 'set rules that come back every year',
    fr: 'fixer des règles qui reviennent chaque année',
  },
  confirmYear: {
    nl: 'de kalender van een jaar bevestigen',
    en: 'confirm the calendar of a year',
    fr: 'confirmer le calendrier d’une année',
  },
  remind: {
    nl: 'bibliotheken aan de jaarronde herinneren',
    en: 'remind libraries of the yearly round',
    fr: 'rappeler la campagne annuelle aux bibliothèques',
  },
  daySets: {
    nl: 'vakantielijsten en soorten uren van de regio wijzigen',
    en: 'change the region’s lists of holidays and kinds of hours',
    fr: 'modifier les listes de congés et les types d’heures de la région',
  },
  import: {
    nl: 'openingsuren en sluitingsdagen importeren',
    en: 'import opening hours and closing days',
    fr: 'importer des heures d’ouverture et des fermetures',
  },
})
