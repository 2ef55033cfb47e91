import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    exchange: {
      menu: 'Import et export',
      title: 'Import et export de %{unit}',
      intro: 'Reprendre des heures d’ouverture et des jours de fermeture d’un fichier, les enregistrer, ou les faire lire par le site web.',
      tabs: 'Que voulez-vous faire ?', tab: { import: 'Importer', export: 'Exporter et site web' },
      fileTitle: 'Quel fichier ?', fileIntro: 'Son contenu est placé sous %{unit}. Nous l’examinons d’abord ; rien ne change encore.',
      drop: 'Glissez un fichier ici', or: 'ou', choose: 'Choisir un fichier', limits: 'CSV, JSON ou iCalendar, jusqu’à 5 Mo.',
      tooLarge: 'Ce fichier dépasse %{megabytes} Mo. Divisez-le et importez les parties l’une après l’autre.',
      file: 'Fichier', format: 'Type de fichier', formatHint: 'C’est notre supposition ; choisissez-en un autre si elle est fausse.',
      formats: {
        csv: 'CSV (tableur)', osm: 'OpenStreetMap', 'low-countries': 'Liste d’heures et de fermetures (JSON)', ical: 'iCalendar (jours de fermeture)', json: 'Filiaal (JSON)',
      },
      about: {
        csv: 'À ouvrir dans un tableur.', osm: 'Le texte pour « opening_hours » dans OpenStreetMap.',
        ical: 'Les jours de fermeture pour un agenda.', json: 'Tout, à relire ailleurs dans Filiaal.',
      },
      other: 'Autre fichier', look: 'Examiner', looking: 'Le fichier est en cours d’examen …',
      leavesOut: 'Ce type de fichier ne peut pas contenir',
      figure: { rows: 'ligne |||| lignes', valid: 'à reprendre', held: 'à confirmer', refused: 'inutilisables' },
      doubts: 'À confirmer', doubtsIntro: 'C’est inhabituel, mais peut être exact. Cochez une ligne si elle l’est ; les autres ne sont pas reprises.',
      faults: 'Inutilisables', faultsIntro: 'Nous ignorons ces lignes. Corrigez-les dans le fichier et importez-le à nouveau.',
      save: 'Enregistrer la liste', right: 'Exact', row: 'Ligne', field: 'Champ', value: 'Ce qui est écrit', reason: 'Pourquoi',
      confirmRow: 'La ligne %{row} est exacte : %{reason}',
      nothing: 'Ce fichier ne contient rien qui puisse être repris.',
      apply: 'Reprendre %{smart_count} ligne |||| Reprendre %{smart_count} lignes',
      applying: 'Reprise de %{name} …', mayLeave: 'Cela peut prendre un moment. Vous pouvez quitter cet écran ; cela continue tout seul.',
      over: '%{name}', applied: '%{smart_count} ligne reprise sur %{rows}. |||| %{smart_count} lignes reprises sur %{rows}.',
      inHistory: 'Dans l’historique', stillHeld: 'Non confirmées, donc non reprises', another: 'Un autre fichier',
      exportTitle: 'En fichier', exportIntro: 'Toutes les heures d’ouverture et fermetures de %{unit} et de ce qui en dépend.', download: 'Télécharger',
      feedTitle: 'Pour le site web', feedIntro: 'Qui réalise un site ou une carte lit ces adresses sans se connecter. Une modification y figure aussitôt.',
      chooseLibrary: 'Choisissez en haut une bibliothèque ou une implantation pour voir ses adresses.',
      notPublic: 'Cette implantation n’est pas ouverte au public et ne figure donc nulle part sur le site web.',
      feed: {
        feed: 'Heures de la semaine, fermetures et situation actuelle (JSON)', website: 'Comme les sites actuels le lisent (JSON)',
        calendar: 'Jours de fermeture pour un agenda (iCalendar)', schema: 'Pour les moteurs de recherche (schema.org)', osm: 'Pour OpenStreetMap',
      },
      copy: 'Copier l’adresse', copied: 'Copié',
    },
  },
}
