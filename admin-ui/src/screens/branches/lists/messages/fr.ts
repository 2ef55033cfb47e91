import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    lists: {
      menu: 'Heures et congés',
      title: 'Types d’heures et listes de congés',
      intro:
        'Ceci est commun à toute la région : les horaires utilisent ces types et renvoient à ces listes.',
      kinds: 'Types d’heures',
      kindsIntro: 'Un type compte comme ouvert, ou s’ajoute simplement aux heures d’ouverture.',
      addKind: 'Ajouter un type',
      editKind: 'Modifier un type d’heures',
      open: 'compte comme ouvert',
      notOpen: 'ne compte pas comme ouvert',
      counts: 'Compte comme ouvert : le visiteur est le bienvenu pendant ces heures',
      sets: 'Listes de congés',
      setsIntro:
        'Jours fériés, vacances scolaires, semaines d’examens : des jours auxquels un horaire peut renvoyer.',
      addSet: 'Ajouter une liste',
      editSet: 'Modifier une liste de congés',
      noSets: 'Il n’y a pas encore de liste.',
      inYear: '%{smart_count} période en %{year} |||| %{smart_count} périodes en %{year}',
      periods: '%{smart_count} période |||| %{smart_count} périodes',
      code: 'Code',
      codeHint: 'Minuscules, chiffres et tirets ; ne change jamais',
      name: 'Nom',
      year: 'Année',
      noneInYear: 'Il n’y a encore rien en %{year}.',
      addPeriod: 'Ajouter une période',
      add: 'Ajouter',
      remove: 'Supprimer ce type',
      keep: 'Le garder finalement',
      nothing: 'N’existe pas.',
    },
  },
}
