import { definePermissions } from '#core/contract.ts'

/** Rights at the lending desk, and over items. */
export const permissions = definePermissions('circulation', {
  lend: {
    nl: 'uitlenen, innemen en verlengen', en: 'lend, take in and renew', fr: 'prêter, reprendre et prolonger',
  },
  online: {
    nl: 'als website eigen leningen tonen en verlengen aan wie zich daar aanmeldde',
    en: 'as a website show and renew the loans of those who signed in there',
    fr: 'en tant que site web, montrer et prolonger les prêts de qui s’y est connecté',
  },
  hold: {
    nl: 'reserveringen plaatsen en schrappen', en: 'place and delete holds', fr: 'poser et annuler des réservations',
  },
  items: {
    nl: 'exemplaren invoeren en wijzigen', en: 'enter and change items', fr: 'saisir et modifier des exemplaires',
  },
  'write-off': {
    nl: 'exemplaren afvoeren', en: 'write items off', fr: 'éliminer des exemplaires',
  },
})
