import { definePermissions } from '#core/contract.ts'

export const signInPermissions = definePermissions('sign-in', {
  sessions: {
    nl: 'sessies van medewerkers bekijken en beëindigen',
    en: 'see and end the sessions of staff',
    fr: 'voir et terminer les sessions des collaborateurs',
  },
  unlock: {
    nl: 'medewerkers die niet meer binnenraken weer laten aanmelden',
    en: 'let staff who are locked out sign in again',
    fr: 'permettre aux collaborateurs bloqués de se reconnecter',
    touches: 'rights',
  },
  tokens: {
    nl: 'toegangssleutels voor machines maken en intrekken',
    en: 'make and withdraw access tokens for machines',
    fr: 'créer et retirer des jetons d’accès pour des machines',
    touches: 'rights',
  },
  desks: {
    nl: 'balie-pc’s aanmelden waarop collega’s met badge of pincode wisselen',
    en: 'register desk PCs where colleagues switch by badge or PIN',
    fr: 'enregistrer les postes de comptoir où l’on prend le relais par badge ou code PIN',
  },
  providers: {
    nl: 'instellen via welke diensten medewerkers zich ook aanmelden, en welke rollen dat geeft',
    en: 'set through which identity providers staff also sign in, and which roles that gives',
    fr: 'définir les services par lesquels les collaborateurs peuvent aussi se connecter, et les rôles que cela donne',
    touches: 'rights',
  },
  provision: {
    nl: 'medewerkers laten beheren door het personeelssysteem',
    en: 'let the personnel system keep the list of staff',
    fr: 'laisser le système du personnel tenir la liste des collaborateurs',
    touches: 'rights',
  },
})
