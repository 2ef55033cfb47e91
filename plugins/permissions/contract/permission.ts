import { defineParameter, definePermissions } from '#core/contract.ts'
import { Type } from 'typebox'

export const permissions = definePermissions('permissions', {
  manage: {
    nl: 'medewerkers uitnodigen en hun rollen geven of afnemen',
    en: 'invite staff and give or take away their roles',
    fr: 'inviter des collaborateurs et leur donner ou retirer des rôles',
    touches: 'rights',
  },
  roles: {
    nl: 'rollen maken en wijzigen',
    en: 'make and change roles',
    fr: 'créer et modifier des rôles',
    touches: 'rights',
  },
  review: {
    nl: 'nagaan wie wat mag, waarom, en wat er in rechten veranderde',
    en: 'look into who may do what, why, and what changed in rights',
    fr: 'vérifier qui peut faire quoi, pourquoi, et ce qui a changé dans les droits',
  },
})

/** Rights over the whole region ask for two: whoever gives them, and another who agrees. */
export const secondPerson = defineParameter({
  name: 'permissions.second-person',
  area: 'sign-in',
  schema: Type.Boolean(),
  default: true,
  unit: 'yes-no',
  levels: ['system'],
  guards: 'rights',
  title: {
    nl: 'Tweede persoon voor rechten over de hele regio', en: 'Second person for rights over the whole region',
    fr: 'Deuxième personne pour les droits sur toute la région',
  },
  help: {
    nl: 'Een rol op het hoogste niveau geven vraagt het akkoord van een tweede beheerder, zolang er een is.',
    en: 'Giving a role at the highest level takes the agreement of a second admin, as long as there is one.',
    fr: 'Attribuer un rôle au plus haut niveau exige l’accord d’un deuxième administrateur, s’il y en a un.',
  },
  consequence: {
    nl: 'Uit: één beheerder kan alleen rechten over de hele regio geven. Aan: zo’n rol wacht tot een collega akkoord gaat.',
    en: 'Off: one admin alone can give rights over the whole region. On: such a role waits until a colleague agrees.',
    fr: 'Désactivé : un seul administrateur peut donner des droits sur toute la région. Activé : le rôle attend l’accord d’un collègue.',
  },
  example: {
    nl: 'Ja: An maakt Bram systeembeheerder, en dat gaat pas in als Chris ermee instemt.',
    en: 'Yes: An makes Bram a system admin, and that takes effect only when Chris agrees.',
    fr: 'Oui : An nomme Bram administrateur du système ; cela ne vaut qu’après l’accord de Chris.',
  },
  synonyms: {
    nl: ['vierogenprincipe', 'vier ogen', 'dubbele goedkeuring'],
    en: ['four eyes', 'two-person rule', 'double approval'],
    fr: ['quatre yeux', 'double validation', 'deuxième accord'],
  },
})
