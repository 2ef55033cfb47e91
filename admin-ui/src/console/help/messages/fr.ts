import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  console: {
    guide: {
      more: 'Plus d’explications de votre région',
      now: {
        name: 'Maintenant',
        see: 'Vous voyez ici si chaque implantation est ouverte ou fermée, pourquoi, et ce qui va changer.',
        act: 'Une fermeture imprévue ? Choisissez des implantations et fermez-les, si vous en avez le droit.',
        save: 'Vous voyez d’abord ce qui change. Une fois enregistré, c’est sur le site, tout de suite ou plus tard.',
        undo: 'Une erreur ? Annulez la modification dans « Historique ».',
      },
      hours: {
        name: 'Heures d’ouverture',
        see: 'Vous voyez ici les heures d’une semaine ordinaire, d’où elles viennent et depuis quand elles valent.',
        act: 'Vous pouvez modifier les heures, en créer de propres, ou en ajouter pour une saison ou un court moment.',
        save: 'Vous voyez d’abord ce qui change. Les nouvelles heures valent à partir du jour que vous choisissez.',
        undo: 'Une erreur ? Annulez la modification dans « Historique ».',
      },
      calendar: {
        name: 'Calendrier',
        see: 'Vous voyez ici chaque jour de l’année : ouvert, fermé, sans amende, congé. Cliquez pour voir pourquoi.',
        act: 'Choisissez un ou plusieurs jours pour les fermer, les rendre sans amende ou les ouvrir quand même.',
        save: 'Vous voyez d’abord ce qui change. Sans le droit de le faire, vous envoyez une demande.',
        undo: 'Retirez votre propre exception, ou annulez la modification dans « Historique ».',
      },
      round: {
        name: 'Tour annuel',
        see: 'Vous voyez ici une proposition pour une année : jours fériés, règles fixes et jours de l’an passé.',
        act: 'Cochez ce qui est fermé et ajoutez vos jours. Pour une région, vous voyez qui a déjà confirmé.',
        save: 'Rien ne se fait tout seul. Après votre confirmation, les jours de l’année ne sont plus provisoires.',
        undo: 'Le tout est une seule modification. Annulez-la dans « Historique », ou corrigez des jours plus tard.',
      },
      units: {
        name: 'Unités',
        see: 'Vous voyez ici une bibliothèque, une implantation ou un groupement : ses données et ce qui est prévu.',
        act: 'Si vous en avez le droit, modifiez les données, ajoutez une unité, déplacez, fermez ou fusionnez.',
        save: 'Vous choisissez à partir de quel jour cela vaut. Ce qui était avant est conservé.',
        undo: 'Une erreur ? En bas, vous voyez ce qui a été modifié. Vous pouvez y annuler une modification.',
      },
      history: {
        name: 'Historique',
        see: 'Vous voyez ici qui a modifié quoi, quand et pourquoi. La plus récente est en haut.',
        act: 'Arrêtez une modification planifiée ou répondez à une demande, si vous en avez le droit.',
        save: 'Une modification planifiée se fait seule, le jour prévu. Une demande attend une approbation.',
        undo: 'Vous pouvez annuler à partir d’aujourd’hui. Corriger le passé demande un droit et une raison.',
      },
      import: {
        name: 'Import et export',
        see: 'Ici, vous reprenez les heures et les fermetures d’un fichier, ou vous les gardez dans un fichier.',
        act: 'Déposez un fichier et vérifiez son contenu. Confirmez seulement les lignes qui sont correctes.',
        save: 'La vérification ne change rien. Les lignes sont reprises seulement quand vous le demandez.',
        undo: 'Chaque import est dans « Historique ». Vous pouvez l’y annuler.',
      },
      settings: {
        name: 'Paramètres',
        see: 'Vous voyez ici quels paramètres valent, et de quelle unité vient chaque valeur.',
        act: 'Donnez une valeur propre où vous en avez le droit. Une valeur verrouillée se modifie plus haut.',
        save: 'La valeur vaut à partir du jour choisi, aussi pour les unités en dessous qui ne disent rien d’autre.',
        undo: 'Revenez à la valeur héritée, ou annulez la modification dans « Historique ».',
      },
      staff: {
        name: 'Collaborateurs',
        see: 'Vous voyez ici qui travaille, avec quel rôle et jusqu’à quand.',
        act: 'Invitez un collègue, donnez ou retirez un rôle, ou retirez l’accès à quelqu’un.',
        save: 'Une invitation donne un lien. Transmettez-le : il sert une fois et vous ne le revoyez plus.',
        undo: 'Vous pouvez retirer un rôle plus tard, et rendre l’accès.',
      },
      roles: {
        name: 'Rôles',
        see: 'Vous voyez ici quels rôles existent et ce que chaque rôle permet.',
        act: 'Vos propres rôles sont marqués. Les rôles eux-mêmes sont fixes.',
        save: 'Rien ne change ici. Vous donnez un rôle à un collègue dans « Collaborateurs ».',
        undo: 'Vous avez besoin d’un autre rôle ? Demandez à l’administrateur de votre bibliothèque.',
      },
      outbox: {
        name: 'E-mails',
        see: 'Vous voyez ici quels e-mails sont partis, lesquels attendent ou ne sont pas arrivés, et pourquoi.',
        act: 'Lisez un e-mail, ou renvoyez-le si vous en avez le droit.',
        save: 'Ce que vous renvoyez est un nouvel e-mail. Il part vers l’adresse connue aujourd’hui.',
        undo: 'Un e-mail parti ne revient pas. Incertain ? Demandez d’abord s’il est arrivé.',
      },
      lists: {
        name: 'Heures et congés',
        see: 'Vous voyez ici les types d’heures et les listes de congés que toute la région partage.',
        act: 'Ajoutez un type ou une liste, ou modifiez-en. Complétez chaque année les nouveaux congés.',
        save: 'Vous voyez d’abord ce qui change. Chaque bibliothèque qui utilise la liste suit aussitôt.',
        undo: 'Une erreur ? Annulez la modification dans « Historique ».',
      },
    },
  },
}
