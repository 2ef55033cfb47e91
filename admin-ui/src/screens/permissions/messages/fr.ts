import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  permissions: {
    welcome: {
      title: 'Bienvenue dans Filiaal',
      intro: 'Vous devenez le premier administrateur de cette installation. Ensuite, vous inviterez vos collègues.',
      noToken: 'Ouvrez cette page avec le lien affiché au démarrage ; il contient la clé.',
      name: 'Votre nom', password: 'Choisissez un mot de passe',
      passwordHint: 'Au moins 10 caractères. Quelques mots ordinaires à la suite conviennent.',
      start: 'Commencer',
    },
  },
}
