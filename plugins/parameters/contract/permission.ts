import { definePermissions } from '#core/contract.ts'

export const permissions = definePermissions('parameters', {
  set: {
    nl: 'instellingen een eigen waarde geven',
    en: 'give settings a value of their own',
    fr: 'donner une valeur propre aux paramètres',
  },
  'edit-lists': {
    nl: 'lidsoorten en materiaalsoorten beheren',
    en: 'edit the types of membership and of material',
    fr: 'gérer les types d’abonnement et de document',
  },
})

/** Ahead of the plugin `accounts`, and here because money parameters of every plugin are set by whoever holds it. */
export const setTariffs = definePermissions('accounts', {
  'set-tariffs': {
    nl: 'tarieven en boetes vastleggen', en: 'set tariffs and fines', fr: 'fixer les tarifs et les amendes', touches: 'money',
  },
})['set-tariffs']
