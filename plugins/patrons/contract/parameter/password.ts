import { defineParameter } from '#core/contract.ts'
import { atSystem } from '#plugins/parameters/contract/level.ts'
import { whole } from '#plugins/parameters/contract/shape.ts'

/** Source: domain/1 §7.2 (five wrong passwords), [O-PROP]. */
export const wrongPasswords = defineParameter({
  name: 'patrons.wrong-passwords',
  area: 'blocks',
  ...whole('count', { from: 3, to: 20, standard: 5 }),
  levels: atSystem,
  title: {
    nl: 'Foute wachtwoorden van leners', en: 'Wrong passwords of borrowers', fr: 'Mots de passe erronés des usagers',
  },
  help: {
    nl: 'Na hoeveel foute wachtwoorden de online account van een lener op slot gaat.',
    en: 'After how many wrong passwords a borrower’s online account is locked.',
    fr: 'Nombre de mots de passe erronés après lequel le compte en ligne d’un usager est verrouillé.',
  },
  consequence: {
    nl: 'Lager is veiliger, maar meer leners bellen naar de balie om hun account te openen.',
    en: 'Lower is safer, but more borrowers ring the desk to have their account opened.',
    fr: 'Plus bas est plus sûr, mais davantage d’usagers appellent le comptoir pour débloquer leur compte.',
  },
  example: {
    nl: '5: na de vijfde foute poging toont de website hoe lang de lener moet wachten.',
    en: '5: after the fifth wrong try the website shows how long the borrower has to wait.',
    fr: '5 : après le cinquième essai manqué, le site indique à l’usager combien de temps il doit attendre.',
  },
  synonyms: {
    nl: ['wachtwoord vergeten', 'account geblokkeerd', 'aanmeldpogingen'],
    en: ['forgotten password', 'locked account', 'sign-in tries'],
    fr: ['mot de passe oublié', 'compte bloqué', 'tentatives'],
  },
})

/** Source: domain/1 §7.2 (24 hours), [O-PROP]. */
export const lockHours = defineParameter({
  name: 'patrons.lock-hours',
  area: 'blocks',
  ...whole('hours', { from: 1, to: 72, standard: 24 }),
  levels: atSystem,
  title: {
    nl: 'Account van leners op slot', en: 'Borrowers’ account locked for', fr: 'Verrouillage du compte d’un usager',
  },
  help: {
    nl: 'Hoeveel uur de online account van een lener op slot blijft na te veel foute wachtwoorden.',
    en: 'For how many hours a borrower’s online account stays locked after too many wrong passwords.',
    fr: 'Nombre d’heures pendant lesquelles le compte en ligne d’un usager reste verrouillé après trop de mots de passe erronés.',
  },
  consequence: {
    nl: 'Korter: leners kunnen sneller zelf verder. De balie kan het slot altijd vroeger wegnemen.',
    en: 'Shorter: borrowers can go on by themselves sooner. The desk can always lift the lock earlier.',
    fr: 'Plus court : l’usager peut plus vite se reconnecter seul. Le comptoir peut toujours lever le verrouillage plus tôt.',
  },
  example: {
    nl: '24: op slot op maandag om 20 uur, open op dinsdag om 20 uur.',
    en: '24: locked on Monday at 20:00, open on Tuesday at 20:00.',
    fr: '24 : verrouillé le lundi à 20 h, déverrouillé le mardi à 20 h.',
  },
  synonyms: {
    nl: ['24 uur', 'account geblokkeerd', 'wachttijd'],
    en: ['24 hours', 'locked account', 'waiting time'],
    fr: ['24 heures', 'compte bloqué', 'délai'],
  },
})

export const passwordParameters = [wrongPasswords, lockHours] as const
