import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'

/**
 * Who shows a second factor besides a password, by their home unit. Safe unless somebody says otherwise:
 * a real region asks it of whoever gives rights or moves money; the demo says `never` for itself.
 */
export const secondFactor = defineParameter({
  name: 'sign-in.second-factor',
  area: 'sign-in',
  schema: Type.Enum(['never', 'rights', 'rights-and-money', 'everyone']),
  default: 'rights-and-money',
  unit: 'choice',
  levels: ['system', 'group', 'library'],
  guards: 'rights',
  choices: {
    'never': { nl: 'aan niemand', en: 'of nobody', fr: 'à personne' },
    'rights': { nl: 'aan wie rechten geeft', en: 'of whoever gives rights', fr: 'aux agents qui donnent des droits' },
    'rights-and-money': {
      nl: 'aan wie rechten geeft of geld verplaatst', en: 'of whoever gives rights or moves money',
      fr: 'aux agents qui donnent des droits ou manient de l’argent',
    },
    'everyone': { nl: 'aan iedereen', en: 'of everyone', fr: 'à tous' },
  },
  title: { nl: 'Tweede stap bij het aanmelden', en: 'Second step at sign-in', fr: 'Deuxième étape à la connexion' },
  help: {
    nl: 'Aan wie naast een wachtwoord ook een code of passkey wordt gevraagd. Wie er een heeft, toont die altijd.',
    en: 'Of whom a code or passkey is asked besides a password. Whoever has one always shows it.',
    fr: 'Les personnes à qui un code ou une clé d’accès est demandé en plus du mot de passe. Celles qui en ont déjà les présentent toujours.',
  },
  consequence: {
    nl: 'Wie nog geen code of passkey heeft en er een nodig heeft, stelt die in bij de eerstvolgende aanmelding.',
    en: 'Whoever needs a code or passkey and has none sets one up at the next sign-in.',
    fr: 'Les agents qui n’en ont pas encore et doivent en avoir configurent un code ou une clé d’accès à leur prochaine connexion.',
  },
  example: {
    nl: 'Aan wie rechten geeft of geld verplaatst: de bibliothecaris toont een code, de jobstudent aan de balie niet.',
    en: 'Of whoever gives rights or moves money: the librarian shows a code, the student at the desk does not.',
    fr: 'Aux agents qui donnent des droits ou manient de l’argent : la bibliothécaire présente un code, le jobiste au comptoir non.',
  },
  synonyms: {
    nl: ['2FA', 'MFA', 'tweestapsverificatie', 'authenticator', 'passkey'],
    en: ['2FA', 'MFA', 'two-step verification', 'authenticator', 'passkey'],
    fr: ['2FA', 'MFA', 'double authentification', 'authentificateur', 'clé d’accès'],
  },
})
