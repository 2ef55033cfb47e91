import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'

/**
 * Who shows a second factor besides a password, by their home unit. Safe unless somebody says otherwise:
 * a real region asks it of whoever gives rights or moves money; the demo says `never` for itself.
 */
export const secondFactor = defineParameter({
  name: 'sign-in.second-factor',
  schema: Type.Enum(['never', 'rights', 'rights-and-money', 'everyone']),
  default: 'rights-and-money',
  unit: 'choice',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Tweede stap bij het aanmelden', en: 'Second step at sign-in', fr: 'Deuxième étape à la connexion' },
  help: {
    nl: 'Wie naast een wachtwoord ook een code of passkey toont: niemand, wie rechten geeft, ook wie geld verplaatst, of iedereen.',
    en: 'Who shows a code or passkey besides a password: nobody, whoever gives rights, also whoever moves money, or everyone.',
    fr: 'Qui présente un code ou une clé d’accès en plus du mot de passe : personne, qui donne des droits, aussi qui déplace de l’argent, ou tous.',
  },
})
