import { definePermissions } from '#core/contract.ts'

/** Rights at the lending desk, and over items. */
export const permissions = definePermissions('circulation', {
  lend: {
    nl: 'uitlenen, innemen en verlengen', en: 'lend, take in and renew', fr: 'prêter, reprendre et prolonger',
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
