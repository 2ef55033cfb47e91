import { definePermissions } from '#core/contract.ts'

/** Rights over people: members of libraries and what is known of them. */
export const permissions = definePermissions('patrons', {
  find: {
    nl: 'leners opzoeken en hun gegevens zien', en: 'find patrons and see their details',
    fr: 'rechercher des usagers et voir leurs données',
  },
  register: { nl: 'nieuwe leners inschrijven', en: 'register new patrons', fr: 'inscrire de nouveaux usagers' },
  change: {
    nl: 'gegevens van leners wijzigen', en: 'change the details of patrons', fr: 'modifier les données des usagers',
  },
  merge: {
    nl: 'dubbele leners samenvoegen', en: 'merge patrons who are there twice', fr: 'fusionner des usagers en double',
  },
  import: {
    nl: 'leners inlezen uit een bestand', en: 'take in patrons from a file', fr: 'importer des usagers depuis un fichier',
  },
  online: {
    nl: 'als website online inschrijven, en lidmaatschappen hernieuwen van wie zich daar aanmeldde',
    en: 'as a website enrol people online, and renew memberships of those who signed in there',
    fr: 'en tant que site web, inscrire en ligne et renouveler l’abonnement de qui s’y est connecté',
  },
  'national-number': {
    nl: 'het rijksregisternummer van leners voluit zien', en: 'see the national number of patrons in full',
    fr: 'voir en entier le numéro de registre national des usagers',
  },
  erase: {
    nl: 'gegevens van leners op hun vraag wissen, en zien wat vergeten wordt',
    en: 'erase the details of patrons at their request, and see what will be forgotten',
    fr: 'effacer les données des usagers à leur demande, et voir ce qui sera oublié',
  },
  views: {
    nl: 'zien wie de gegevens van een lener bekeek', en: 'see who looked at the details of a patron',
    fr: 'voir qui a consulté les données d’un usager',
  },
  unblock: {
    nl: 'een deurwaarderblokkade opheffen', en: 'lift a bailiff block', fr: 'lever un blocage huissier', touches: 'money',
  },
})
