import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  mail: {
    menu: 'E-mails',
    title: 'E-mails de %{unit}',
    intro: 'Quels e-mails sont partis, lesquels attendent et lesquels ne sont pas arrivés.',
    views: 'Quels e-mails ?',
    all: 'Tous',
    search: 'Chercher par nom, adresse ou objet',
    shown: '%{smart_count} e-mail |||| %{smart_count} e-mails',
    none: 'Aucun e-mail n’est encore parti d’ici.',
    notFound: 'Aucun e-mail trouvé.',
    noServer: 'Aucun e-mail ne part d’ici : il n’y a pas de serveur de messagerie, ou cette installation sert seulement d’essai. '
      + 'Vous pouvez lire ce qui partirait.',
    table: 'E-mails',
    column: { subject: 'Objet', to: 'À', at: 'Préparé', where: 'État', act: 'Action' },
    state: {
      waiting: 'en attente', sent: 'envoyé', failed: 'échec', bounced: 'adresse refusée',
      unsure: 'incertain', kept: 'conservé',
    },
    failure: {
      'no-connection': 'Le serveur de messagerie était injoignable.',
      'no-sign-in': 'Le serveur de messagerie n’accepte pas notre connexion.',
      'not-now': 'Le serveur de messagerie a demandé de réessayer plus tard.',
      refused: 'Le serveur de messagerie a refusé cet e-mail.',
      'address-refused': 'Le serveur de messagerie ne connaît pas cette adresse, ou la refuse.',
      'cut-short': 'La connexion a été coupée pendant l’envoi. L’e-mail est peut-être arrivé.',
      'link-spent': 'Le lien de cet e-mail ne fonctionnait plus ; c’est pourquoi il n’est pas parti.',
    },
    tryAt: 'nouvel essai à partir du %{at}',
    wasSentAgain: 'renvoyé',
    read: 'Lire',
    readOne: '%{subject}, à %{name} : lire',
    told: {
      to: 'À', unit: 'Pour', at: 'Préparé', where: 'État', sentAt: 'Envoyé', replyTo: 'Répondre à',
      failure: 'Ce qui n’a pas marché', said: 'Réponse du serveur', next: 'Prochain essai',
    },
    masked: 'Un lien à usage unique est une clé. C’est pourquoi vous ne le voyez pas ici.',
    linkGone: 'Le lien de cet e-mail ne fonctionne plus. Créez-en un nouveau dans « Collaborateurs ».',
    sendAgain: 'Renvoyer',
    seeAgain: 'Voir le nouvel e-mail',
    queuedAgain: 'L’e-mail repart',
  },
}
