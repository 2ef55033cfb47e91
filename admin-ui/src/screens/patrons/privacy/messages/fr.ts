import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  patrons: {
    privacy: {
      title: 'Vie privée', file: 'donnees-usager', waits: 'Effacement demandé le %{moment}. Il aura lieu la nuit suivant la régularisation.',
      request: 'Effacer à la demande de l’usager', erase: 'Effacer les prêts de l’usager après %{days} jours (les statistiques restent)',
      keep: 'Garder : l’usager voit ses prêts des %{years} dernières années',
      download: 'Remettre les données (fichier)', views: 'Qui a consulté ces données', who: 'Quelqu’un demande son effacement ? L’administrateur de votre bibliothèque peut s’en charger.',
    },
    edited: { true: 'oui', false: 'non' },
    views: {
      none: 'Personne n’a consulté ces données.', at: 'Quand', by: 'Qui', act: 'Quoi', purpose: 'Motif', system: 'Filiaal', view: 'consultation',
      reveal: 'numéro national affiché', export: 'données remises',
    },
    erase: {
      title: 'Effacer les données de %{name}', act: 'Effacer définitivement', note: 'Noter la demande', where: 'Bibliothèque : %{names}.', goes: 'Ceci disparaît',
      stays: 'Ceci reste', open: 'Encore en suspens', later: 'Tant que c’est le cas, les données restent. La demande est notée ; chaque nuit, Filiaal vérifie si c’est possible.',
      sure: 'L’usager l’a demandé lui-même. Je sais que c’est irréversible.', sureLater: 'L’usager l’a demandé lui-même. Une fois fait, c’est irréversible.',
      withdraw: 'Retirer la demande',
    },
    forgetting: {
      title: 'Ce qui sera oublié', intro: 'Chaque nuit disparaît ce qui ne peut plus être conservé. Les statistiques restent justes.', horizon: 'Jusqu’à quand',
      in0: 'La nuit prochaine', in1: 'D’ici un mois', in3: 'D’ici trois mois', in12: 'D’ici un an', past: 'Ce qui a été oublié', nothingYet: 'Rien encore.',
      none: 'Rien dans cette période.', library: 'Bibliothèque', goes: 'Disparaît', stays: 'Reste pour l’instant', who: 'Qui', show: 'Afficher', showAt: 'Afficher qui à %{name}', perLibrary: '%{title} par bibliothèque',
      patron: 'Usager', on: 'Disparaît le', because: 'Reste parce que', notYet: 'pas pour l’instant', more: 'La liste est plus longue ; voici les 500 premiers.',
      was: {
        asked: '%{smart_count} usager à sa demande |||| %{smart_count} usagers à leur demande', former: '%{smart_count} ancien usager |||| %{smart_count} anciens usagers',
        history: '%{smart_count} prêt détaché de son usager |||| %{smart_count} prêts détachés de leur usager',
      },
    },
    national: {
      hint: 'Onze chiffres, comme sur la carte d’identité. Le numéro est conservé chiffré.', stays: 'Un numéro est conservé. Laissez vide : il reste.',
      drop: 'Retirer le numéro conservé', kept: 'conservé', show: 'Afficher en entier', title: 'Numéro national de %{name}', purpose: 'Pour quel motif ?',
      noted: 'Votre consultation du numéro et son motif sont notés. L’usager peut en demander la liste.',
    },
    contact: {
      one: 'Contact %{number}', role: 'Rôle', parent: 'parent', guardian: 'tuteur', teacher: 'enseignant', contact: 'personne de contact',
      from: 'À partir du', to: 'Jusqu’au', untilAdult: 'Vide : jusqu’aux dix-huit ans de l’enfant.', open: 'Vide : jusqu’à nouvel ordre.',
      add: 'Ajouter un contact', addParent: 'Ajouter un parent, un tuteur ou un contact', dropOne: 'Retirer le contact %{name}',
    },
  },
}
