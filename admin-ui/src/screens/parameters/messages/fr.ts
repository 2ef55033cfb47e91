import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  parameters: {
    menu: 'Paramètres',
    title: 'Paramètres de %{unit}',
    intro: 'Ce qui vaut ici, et qui le dit. Une valeur propre passe avant ce qui est hérité.',
    search: 'Chercher un paramètre',
    views: 'Quels paramètres',
    view: { all: 'Tous', own: 'Valeur propre', differs: 'Différents en dessous', planned: 'Planifiés' },
    none: {
      all: 'Aucun paramètre ne correspond à votre recherche.', own: 'Aucun paramètre n’a encore de valeur propre ici.',
      differs: 'Aucune autre valeur en dessous.', planned: 'Aucune modification n’est planifiée.',
    },
    plugin: {
      branches: 'Heures d’ouverture et calendrier', parameters: 'Console', units: 'Unités', permissions: 'Collaborateurs', core: 'Général',
    },
    own: 'valeur propre', inherited: 'hérité de %{unit}', default: 'valeur par défaut', levels: 'Qui dit quoi',
    planned: '%{period} : %{value}',
    lockedBy: 'verrouillé par %{unit}',
    differsIn: 'différent à %{smart_count} endroit |||| différent à %{smart_count} endroits',
    change: 'Modifier', makeOwn: 'Valeur propre',
    dialog: '%{title} – %{unit}',
    which: 'Quelle valeur s’applique ?',
    reset: 'Rétablir la valeur héritée : %{value} de %{unit}', resetToDefault: 'Rétablir la valeur par défaut',
    from: 'Valable à partir du', noEnd: 'vide : sans fin',
    lock: 'Verrouiller : tout ce qui est en dessous suit cette valeur',
    between: 'De %{from} à %{to}',
    unit: { days: 'jours', minutes: 'minutes', cents: 'cents', percent: '%' },
    follows: 'Suit le niveau supérieur.',
    linksHint: 'L’adresse de la page qui explique l’écran. Laissez vide ce que vous n’avez pas.',
    linkWrong: 'Une adresse commence par https://',
    screen: {
      now: 'Maintenant', hours: 'Heures d’ouverture', calendar: 'Calendrier', round: 'Tour annuel', history: 'Historique', units: 'Unités',
      staff: 'Collaborateurs', roles: 'Rôles', import: 'Import et export', settings: 'Paramètres', lists: 'Types d’heures et congés',
    },
  },
}
