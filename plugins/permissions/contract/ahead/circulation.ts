import { definePermissions } from '#core/contract.ts'

/** Rights of the lending desk, ahead of its plugin (see patrons.ts). */
export const circulationAhead = definePermissions('circulation', {
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

/** Rights over what is sent to patrons, ahead of its plugin. */
export const noticesAhead = definePermissions('notices', {
  print: {
    nl: 'berichten aan leden afdrukken', en: 'print messages to patrons', fr: 'imprimer les messages aux usagers',
  },
  send: {
    nl: 'herinneringen en nota’s versturen', en: 'send reminders and bills', fr: 'envoyer des rappels et des notes',
    touches: 'money',
  },
  'set-texts': {
    nl: 'de teksten van berichten wijzigen', en: 'change the texts of messages', fr: 'modifier les textes des messages',
  },
  'hand-to-bailiff': {
    nl: 'dossiers aan de gerechtsdeurwaarder overdragen en terughalen',
    en: 'hand files to the bailiff and take them back', fr: 'transmettre des dossiers à l’huissier et les reprendre',
    touches: 'money',
  },
})
