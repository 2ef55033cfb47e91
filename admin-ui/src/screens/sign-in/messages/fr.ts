import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  signIn: {
    door: {
      forgotten: 'Mot de passe oublié ?',
      or: 'ou',
      passkey: 'Se connecter avec une clé d’accès',
      provider: 'Se connecter avec %{name}',
    },
    forgotten: {
      title: 'Mot de passe oublié',
      intro: 'Saisissez votre adresse e-mail. Vous recevrez un lien pour choisir un nouveau mot de passe.',
      act: 'Envoyez-moi un lien',
      sent: 'Si %{email} correspond à un compte, un e-mail est en route. Le lien fonctionne une fois, pendant une demi-heure. Regardez aussi dans vos courriers indésirables.',
      back: 'Retour à la connexion',
    },
    reset: {
      title: 'Nouveau mot de passe',
      intro: 'Choisissez un nouveau mot de passe. Vous serez déconnecté sur les autres appareils.',
      noToken: 'Ouvrez cette page avec le lien de l’e-mail ; il contient la clé.',
      password: 'Nouveau mot de passe',
      act: 'Enregistrer le mot de passe',
      again: 'Demander un nouveau lien',
    },
  },
}
