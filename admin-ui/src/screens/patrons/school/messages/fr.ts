import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  patrons: {
    class: {
      title: 'Classes scolaires', intro: 'Une classe emprunte avec une seule carte. Chaque année, elle passe à la suivante.', add: 'Ajouter une classe',
      roll: 'Passer à la nouvelle année', chooseLibrary: 'Choisissez en haut une bibliothèque ou une implantation.', none: 'Pas encore de classes.', acts: 'Actions',
      name: 'Classe', school: 'École', teacher: 'Enseignant', until: 'Membre jusqu’au', edit: 'Modifier la classe %{name}',
      nameHint: 'Commencez par l’année : 3A devient 4A l’an prochain, K3 devient 1.', last: 'Dernière année de l’école',
      lastHint: 'Ensuite la classe quitte l’école. École primaire : 6.', stays: 'Garde le même nom chaque année',
    },
    roll: {
      byItself: 'Le %{day}, les classes passent automatiquement à l’année scolaire %{year}-%{next}.', look: 'Aperçu', itself: 'automatiquement',
      title: 'Vers l’année scolaire %{year}-%{next}', act: 'Faire passer', none: 'Aucune classe à faire passer.', lines: 'Ce que devient chaque classe', school: 'École',
      before: 'Maintenant', after: 'Devient', until: 'Membre jusqu’au', leaves: 'quitte l’école', past: 'Passages',
      teachers: 'Les enseignants ne suivent pas : modifiez-les ensuite sur la fiche de la classe.',
      one: 'Année %{year}-%{next} : %{smart_count} classe |||| Année %{year}-%{next} : %{smart_count} classes', isBack: 'rétabli le %{moment}',
      back: 'Rétablir', backOne: 'Rétablir : année %{year}-%{next}', left: 'Modifiées entre-temps, donc restées : %{names}.',
    },
  },
}
