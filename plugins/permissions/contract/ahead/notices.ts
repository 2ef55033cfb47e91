import { definePermissions } from '#core/contract.ts'

/**
 * Rights of work that Filiaal does not do yet, so that roles are whole from the first day. Each moves to the
 * contract of its plugin when that comes and keeps its name, so that no role or grant changes.
 */
export const noticesAhead = definePermissions('notices', {
  print: {
    nl: 'berichten aan leners afdrukken', en: 'print messages to patrons', fr: 'imprimer les messages aux usagers',
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

/** Figures over the work of a library, ahead of its plugin. */
export const statisticsAhead = definePermissions('statistics', {
  read: {
    nl: 'statistieken en selecties zonder namen bekijken', en: 'read statistics and selections without names',
    fr: 'consulter les statistiques et sélections sans noms',
  },
})
