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
    invitation: {
      title: 'Bienvenue', intro: 'Un collègue vous a invité. Choisissez un mot de passe et vous y êtes.',
      noToken: 'Ouvrez cette page avec le lien que vous avez reçu ; il contient la clé.',
    },
    staff: {
      menu: 'Collaborateurs',
      title: 'Collaborateurs de %{unit}',
      intro: 'Qui travaille ici, avec quel rôle et jusqu’à quand.',
      search: 'Chercher par nom ou adresse e-mail',
      shown: '%{smart_count} collaborateur |||| %{smart_count} collaborateurs',
      none: 'Personne ne travaille encore ici. Invitez un collègue.', notFound: 'Personne n’a été trouvé.',
      table: 'Collaborateurs', name: 'Nom', roles: 'Rôles', access: 'Accès', act: 'Action',
      noRole: 'Aucun rôle.', grant: '%{role} de %{unit}', lastSeen: 'vu ici le %{at}',
      state: { active: 'actif', invited: 'invité', disabled: 'plus d’accès' },
      manage: 'Gérer', manageOne: 'Gérer %{name}', invite: 'Inviter un collègue',
    },
    grant: {
      title: 'Attribuer un rôle à %{name}', act: 'Attribuer le rôle', add: 'Attribuer un rôle', role: 'Quel rôle ?', where: 'Où ?',
      whereHint: 'Le rôle vaut à cet endroit et pour tout ce qui en dépend.', from: 'À partir du', noEnd: 'vide : sans fin',
    },
    withdraw: {
      title: 'Retirer un rôle à %{name}', act: 'Retirer', what: '%{role} de %{unit}', from: 'Premier jour sans ce rôle',
    },
    invite: {
      title: 'Inviter un collègue à %{unit}', done: 'Invité', act: 'Inviter', name: 'Prénom et nom',
    },
    link: {
      intro: '%{name} peut choisir un mot de passe avec ce lien. Transmettez-le, par exemple par e-mail.',
      label: 'Lien à usage unique', once: 'Fonctionne une fois, pendant trois jours. Vous ne le voyez que maintenant.', copy: 'Copier', copied: 'Copié',
    },
    access: {
      invitation: 'Nouveau lien d’invitation', password: 'Lien pour un nouveau mot de passe', open: 'Rendre l’accès',
      shutAsk: 'Retirer l’accès …', shutNow: 'Retirer l’accès', shut: '%{name} n’a plus accès', opened: '%{name} a de nouveau accès',
      sure: '%{name} est immédiatement déconnecté et ne peut plus se connecter. Les rôles sont conservés.',
    },
    roles: {
      title: 'Rôles', intro: 'Ce que chaque rôle permet. Un rôle vaut là où vous l’avez, et pour tout ce qui en dépend.',
      link: 'Que permet chaque rôle ?', own: 'votre rôle',
      plugin: {
        core: 'Général', units: 'Unités', branches: 'Heures d’ouverture et calendrier', permissions: 'Collaborateurs', parameters: 'Paramètres',
      },
      about: {
        'system-admin': 'Gère toute l’installation.', 'library-admin': 'Gère une bibliothèque avec toutes ses implantations et ses collaborateurs.',
        'branch-manager': 'S’occupe des heures d’ouverture et des jours de fermeture d’une implantation.', helpdesk: 'Aide toutes les bibliothèques et traite les demandes.',
        desk: 'Consulte ce qui vaut, et ne modifie rien.',
      },
    },
  },
}
