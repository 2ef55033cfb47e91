import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  console: {
    signIn: { show: 'Afficher la saisie' },
    second: {
      title: 'Encore une étape',
      codeIntro: 'Ouvrez votre application d’authentification et saisissez le code affiché.',
      passkeyIntro: 'Utilisez la clé d’accès de votre appareil, ou votre clé de sécurité.',
      recoveryIntro: 'Saisissez l’un des codes de récupération que vous avez conservés. Chaque code sert une fois.',
      code: 'Code à six chiffres',
      recovery: 'Code de récupération',
      lost: 'Je n’ai pas mon appareil',
      notLost: 'Plutôt un code de l’application',
      back: 'Retour',
    },
    password: {
      form: 'Choisir un mot de passe',
      length: 'Au moins 10 caractères.',
      rules: 'Quelques mots ordinaires à la suite suffisent, sans signes spéciaux. Vous pouvez coller. Les mots de passe trop répandus sont refusés.',
    },
    passkey: {
      use: 'Utiliser une clé d’accès',
      none: 'Aucune clé d’accès n’a été utilisée. Réessayez, ou choisissez une autre manière.',
      held: 'Cet appareil a déjà une clé d’accès pour vous.',
    },
    enrol: {
      title: 'Configurer une deuxième étape',
      intro: 'Votre rôle permet de donner des droits ou de gérer de l’argent. Nous demandons donc un code en plus du mot de passe.',
      scan: '1. Scannez ce carré avec une application d’authentification sur votre téléphone.',
      qr: 'Code QR pour votre application d’authentification ; la clé figure à côté en toutes lettres',
      type: 'Impossible de scanner ? Recopiez cette clé dans l’application :',
      confirm: '2. Saisissez le code affiché par l’application.',
      passkey: 'Plutôt une clé d’accès',
      act: 'Confirmer',
    },
    recovery: {
      codes: 'Codes de récupération',
      once: 'Conservez ces codes de récupération en lieu sûr. Ils ne s’affichent que maintenant. Sans téléphone, chacun vous donne accès une fois.',
      print: 'Imprimer', save: 'Télécharger',
      file: 'Codes de récupération pour Filiaal (%{site}). Chaque code sert une fois.',
      kept: 'Je les ai conservés, continuer',
    },
    confirm: {
      title: 'Confirmez votre identité',
      intro: 'Ce que vous allez faire est important. Montrez encore une fois que vous êtes %{name}. Votre saisie est conservée.',
      setUp: 'Ceci exige une deuxième étape, et vous n’en avez pas encore. Configurez-la d’abord sous « Ma connexion », puis réessayez.',
      toSetUp: 'Configurer une deuxième étape',
      byCode: 'Plutôt avec un code',
      byPassword: 'Plutôt avec votre mot de passe',
      byProvider: 'Confirmer avec %{name}',
    },
  },
}
