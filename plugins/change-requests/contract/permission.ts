import { definePermissions } from '#core/contract.ts'

/** Whoever may approve is said by `core.decide`, and what they approve by the rights that the change itself asks. */
export const permissions = definePermissions('change-requests', {
  ask: {
    nl: 'aanvragen indienen bij de servicedesk', en: 'send requests to the helpdesk',
    fr: 'envoyer des demandes au centre d’assistance',
  },
  follow: {
    nl: 'alle aanvragen van de bibliotheek volgen en beantwoorden', en: 'follow and answer all requests of the library',
    fr: 'suivre toutes les demandes de la bibliothèque et y répondre',
  },
  handle: {
    nl: 'aanvragen behandelen: toewijzen, vragen stellen, taken afvinken, notities maken',
    en: 'handle requests: assign, ask questions, tick off tasks, make notes',
    fr: 'traiter les demandes : attribuer, poser des questions, cocher des tâches, prendre des notes',
  },
  file: {
    nl: 'aanvragen invoeren namens een bibliotheek', en: 'enter requests on behalf of a library',
    fr: 'saisir des demandes au nom d’une bibliothèque',
  },
  'set-up': {
    nl: 'teams en antwoordsjablonen van de servicedesk beheren', en: 'edit the teams and answer templates of the helpdesk',
    fr: 'gérer les équipes et les modèles de réponse du centre d’assistance',
  },
  report: {
    nl: 'het rapport over aanvragen bekijken', en: 'see the report on requests', fr: 'consulter le rapport sur les demandes',
  },
})
