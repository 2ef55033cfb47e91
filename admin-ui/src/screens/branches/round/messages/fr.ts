import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    round: {
      menu: 'Campagne annuelle',
      title: 'Calendrier %{year} de %{unit}',
      intro:
        'Parcourez la proposition pour %{year}, corrigez ce qui ne convient pas et confirmez. '
        + 'Rien ne s’applique automatiquement.',
      overviewTitle: 'Campagne annuelle %{year} de %{unit}',
      overviewIntro: 'Qui a déjà confirmé le calendrier de %{year}, et qui pas encore ?',
      year: 'Année',
      confirmed: 'Le calendrier de %{year} a été confirmé par %{name}, %{at}. Vous pouvez encore l’adapter.',
      waiting:
        'Le calendrier de %{year} n’est pas encore confirmé. D’ici là, les jours de %{year} sont provisoires.',
      waitingNow: 'Le calendrier de %{year} n’est pas encore confirmé. Ses jours sont provisoires.',
      proposal: 'Jours proposés',
      proposalIntro: 'Cochez ce qui est fermé. Inutile d’indiquer les jours sans heures d’ouverture.',
      none: 'Il n’y a pas de proposition pour cette année. Ajoutez des jours vous-même.',
      tick: 'Oui',
      day: 'Jour',
      what: 'Quoi',
      kind: 'Quel type de jour ?',
      source: 'Origine',
      from: {
        holiday: 'jour férié',
        rule: 'règle annuelle',
        'last-year': 'année précédente',
        bridge: 'pont',
        own: 'jour ajouté',
      },
      state: {
        set: 'déjà dans le calendrier',
        changed: 'sera modifié',
        added: 'sera ajouté',
        opens: 'ouvert quand même',
        skipped: 'reste ouvert',
      },
      closed: 'Fermé',
      openAnyway: 'Ouverture exceptionnelle',
      own: 'Jour ajouté %{n}',
      add: 'Ajouter un jour',
      oneDay: 'vide : un seul jour',
      publicText: 'Le visiteur lit ce texte.',
      count: '%{smart_count} jour particulier en %{year} |||| %{smart_count} jours particuliers en %{year}',
      changes: '%{smart_count} modification du calendrier |||| %{smart_count} modifications du calendrier',
      startOver: 'Recommencer',
      confirm: 'Confirmer %{year}',
      amend: 'Enregistrer la correction',
      confirmTitle: 'Confirmer %{year} pour %{name}',
      confirmIntro:
        'Vous confirmez le calendrier de %{year} pour toutes les implantations de la '
        + 'bibliothèque. À côté, vous voyez ce qui change.',
      confirmAfter:
        'Le tout forme une seule modification. Vous pouvez l’annuler en bloc, et adapter des jours plus tard.',
      below: {
        title: 'Qu’en est-il de ces implantations ?',
        leave: 'Garder leurs propres jours',
        also: 'Les faire suivre',
      },
      progress: '%{done} sur %{all} confirmés',
      views: 'Quelles bibliothèques',
      view: { waiting: 'Pas encore', confirmed: 'Confirmées', all: 'Toutes' },
      nobody: {
        waiting: 'Tout le monde a confirmé.',
        confirmed: 'Personne n’a encore confirmé.',
        all: 'Il n’y a pas de bibliothèques ici.',
      },
      libraries: 'Bibliothèques',
      library: 'Bibliothèque',
      word: 'Confirmé',
      remindedOn: 'Rappel le',
      notYet: 'pas encore',
      pick: 'Choisir %{name}',
      pickAll: 'Choisir les %{smart_count}',
      chosen: '%{smart_count} bibliothèque choisie |||| %{smart_count} bibliothèques choisies',
      remind: 'Envoyer un rappel',
      reminded:
        '%{smart_count} bibliothèque a reçu un rappel |||| %{smart_count} bibliothèques ont reçu un rappel',
    },
  },
}
