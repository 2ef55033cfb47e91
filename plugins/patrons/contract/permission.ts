import { definePermissions } from '#core/contract.ts'

/** Rights over people: members of libraries and what is known of them. */
export const permissions = definePermissions('patrons', {
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
