import { definePermissions, type Permission } from '../contract.ts'

/** Rights the core itself asks for. */
export const corePermissions = definePermissions('core', {
  see: {
    nl: 'de console gebruiken en de configuratie lezen',
    en: 'use the console and read the configuration',
    fr: 'utiliser la console et lire la configuration',
  },
  correctPast: {
    nl: 'verbeteren wat voor voorbije dagen geldt, ook bij terugdraaien',
    en: 'correct what holds for days gone by, also when putting back',
    fr: 'corriger ce qui vaut pour les jours passés, aussi en annulant',
  },
  decide: {
    nl: 'aanvragen van bibliotheken goedkeuren of afwijzen',
    en: 'approve or refuse requests of libraries',
    fr: 'approuver ou refuser les demandes des bibliothèques',
  },
  agree: {
    nl: 'namens de bibliotheek instemmen met wat haar groep deelt, zoals reglement en tarieven',
    en: 'agree on behalf of the library to what its group shares, such as rules and tariffs',
    fr: 'approuver au nom de la bibliothèque ce que partage son groupe, comme règlement et tarifs',
    touches: 'money',
  },
  operate: {
    nl: 'de technische toestand van de installatie bekijken',
    en: 'see the technical state of the installation',
    fr: 'voir l’état technique de l’installation',
  },
})

/** What an installation does by itself, such as beginning: no role can hold it. */
export const systemOnly: Permission = Object.freeze({
  name: 'core.system-only',
  allows: {
    nl: 'wat alleen Filiaal zelf doet',
    en: 'what only Filiaal itself does',
    fr: 'ce que seul Filiaal fait lui-même',
  },
})
