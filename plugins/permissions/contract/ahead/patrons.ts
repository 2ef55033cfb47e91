import { definePermissions } from '#core/contract.ts'

/**
 * Rights of work that Filiaal does not do yet, so that roles are whole from the first day. Each moves to the
 * contract of its plugin when that comes and keeps its name, so that no role or grant changes.
 */
export const patronsAhead = definePermissions('patrons', {
  find: {
    nl: 'leden opzoeken en hun gegevens zien', en: 'find patrons and see their details',
    fr: 'rechercher des usagers et voir leurs données',
  },
  register: { nl: 'nieuwe leden inschrijven', en: 'register new patrons', fr: 'inscrire de nouveaux usagers' },
  change: {
    nl: 'gegevens van leden wijzigen', en: 'change the details of patrons', fr: 'modifier les données des usagers',
  },
  unblock: {
    nl: 'een deurwaarderblokkade opheffen', en: 'lift a bailiff block', fr: 'lever un blocage huissier', touches: 'money',
  },
})

/** Figures over the work of a library. */
export const statisticsAhead = definePermissions('statistics', {
  read: {
    nl: 'statistieken en selecties zonder namen bekijken', en: 'read statistics and selections without names',
    fr: 'consulter les statistiques et sélections sans noms',
  },
})
