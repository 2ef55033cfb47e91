import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  units: {
    menu: 'Unités',
    intro: '%{type} · code %{code}',
    history: 'Ce qui a été modifié pour %{name}',
    path: 'Place de cette unité',
    level: 'niveau %{level}',
    successor: 'Cette unité n’existe plus. Elle continue sous le nom de',
    predecessors: 'Continue pour %{names}.',
    field: {
      code: 'Code', name: 'Nom', level: 'Niveau de coopération', isil: 'Code ISIL', address: 'Adresse', coordinates: 'Lieu sur la carte',
      province: 'Province', inhabitants: 'Habitants', website: 'Site web', timeZone: 'Fuseau horaire',
      street: 'Rue et numéro', postalCode: 'Code postal', city: 'Commune', country: 'Pays',
      public: 'Ouverte au public', needsHours: 'A besoin d’heures d’ouverture',
    },
    record: {
      title: 'Données', unknown: 'non renseigné', public: 'ouverte au public', notPublic: 'absente du site web',
      noHours: 'sans heures d’ouverture', invented: 'inventée pour la démo', source: 'Source : %{source}',
    },
    below: {
      title: '%{smart_count} unité en dessous |||| %{smart_count} unités en dessous', none: 'Rien n’en dépend encore.',
      count: '%{smart_count} en dessous |||| %{smart_count} en dessous',
    },
    open: {
      group: 'Créer un groupement', library: 'Ajouter une bibliothèque', branch: 'Ouvrir une implantation',
      bookmobile: 'Ajouter un bibliobus', stop: 'Ajouter une halte',
      title: {
        group: 'Créer un groupement dans %{name}', library: 'Ajouter une bibliothèque à %{name}',
        branch: 'Ouvrir une implantation de %{name}', bookmobile: 'Ajouter un bibliobus à %{name}', stop: 'Ajouter une halte à %{name}',
      },
    },
    act: {
      change: 'Modifier', more: 'Plus', move: 'Déplacer', merge: 'Fusionner', end: 'Fermer définitivement', open: 'Ouvrir',
    },
    change: { title: 'Modifier les données de %{name}' },
    move: {
      title: 'Déplacer %{name}', now: 'Dépend actuellement de %{name}.',
      to: {
        system: 'Vers où ?', group: 'Vers où ?', library: 'Vers quel groupement ?', branch: 'Vers quelle bibliothèque ?',
        bookmobile: 'Vers quelle bibliothèque ?', stop: 'Vers quel bibliobus ?',
      },
    },
    merge: {
      title: 'Fusionner %{name}', into: 'Continue sous le nom de',
      explain: '%{name} cesse d’exister. Tout ce qui en dépend suit ; le code %{code} et les adresses pour le site web continuent de fonctionner.',
    },
    end: {
      all: 'Tout',
      title: 'Fermer définitivement %{name}', from: 'Premier jour sans cette unité', below: 'Qu’est-ce qui ferme en même temps ?',
      explain: 'Pour quelques jours ou semaines, utilisez « Fermer » dans le calendrier. Ici, l’unité cesse d’exister.',
    },
    form: {
      opensOn: 'Premier jour', from: 'Valable à partir du',
      codeHint: {
        system: '', group: 'Majuscules et chiffres, comme G01', library: 'I et trois chiffres, comme I200', branch: 'Quatre chiffres',
        bookmobile: 'Quatre chiffres', stop: 'Quatre chiffres',
      },
      levelHint: '1 et 2 : coopération souple ; 3a à 3c : un même système de bibliothèque.',
      publicHelp: 'Figure sur le site web et dans les listes pour les visiteurs.',
      needsHoursHelp: 'Sans heures d’ouverture, un avertissement s’affiche.',
      coordinatesHint: 'Comme sur une carte : 51.0479, 3.7275', isilHint: 'Comme BE-GEN01',
      fault: {
        name: 'Indiquez un nom.', code: 'Indiquez un code.', inhabitants: 'Indiquez un nombre.',
        coordinates: 'Ce n’est pas un lieu. Collez latitude et longitude : 51.0479, 3.7275', isil: 'Un code ISIL commence par le pays : BE-…',
        country: 'Deux majuscules : BE, NL, FR …',
      },
    },
    timeline: {
      title: 'Avant et après', intro: 'Ce qui était différent, et ce qui est déjà planifié.', said: '%{field} : %{value}', under: 'dépend de %{name}',
      past: 'passé', now: 'actuel', planned: 'planifié',
    },
    set: {
      title: 'Groupes à côté de l’arbre', intro: 'Qui partage une caisse, un réseau de réservation ou de retrait.',
      none: 'Cette unité ne fait partie d’aucun groupe.', add: 'Ajouter un groupe', edit: 'Modifier le groupe %{name}', of: 'de %{unit}',
      more: 'et encore %{smart_count} |||| et encore %{smart_count}', kindLabel: 'Type de groupe',
      kind: {
        'financial-organisation': 'organisation financière', 'hold-network': 'réseau de réservation', 'pick-up-network': 'réseau de retrait',
        'print-group': 'groupe d’impression', 'branch-group': 'groupe d’implantations',
      },
      codeHint: 'Lettres et chiffres ; ne change jamais', members: '%{smart_count} membre |||| %{smart_count} membres',
      addMember: 'Ajouter un membre', remove: '%{name} : appuyez sur Suppr pour retirer du groupe', giveUp: 'Supprimer ce groupe', keep: 'Le garder finalement',
    },
    describe: { nothing: 'N’existe pas.', into: 'continue sous le nom de %{name}' },
  },
}
