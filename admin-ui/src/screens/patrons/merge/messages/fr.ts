export const messages = {
  patrons: {
    merge: {
      doubles: 'Usagers en double', intro: 'L’usager inscrit deux fois peut être fusionné. Une erreur s’annule.',
      views: 'Affichage', likely: 'Doublons possibles', merged: 'Fusionnés',
      none: 'Aucun usager de cette bibliothèque ne semble inscrit deux fois.', more: 'Voici les %{smart_count} premières paires.',
      noneMerged: 'Personne n’a encore été fusionné ici.', pair: '%{one} et %{other}',
      compare: 'Comparer', compareOne: 'Comparer %{name}', apart: 'Ils sont deux', apartOne: 'Ils sont deux : %{name}',
      with: 'En double ? Fusionner', withTitle: 'Fusionner %{name} avec qui ?', find: 'Cherchez l’autre usager', findHint: 'Nom, carte, date de naissance ou numéro.',
      nobody: 'Personne d’autre trouvé.', choose: 'Comparer', chooseOne: 'Comparer avec %{name}',
      title: 'Fusionner deux usagers', explain: 'Regardez bien : un jumeau ou un homonyme est quelqu’un d’autre. Rien ne change tant que vous ne fusionnez pas en bas de page.',
      keeps: 'Reste', goes: 'Y est intégré', swap: 'Inverser', number: 'numéro %{number}', cards: 'Cartes : %{cards}', noCards: 'Aucune carte',
      notes: '%{smart_count} remarque |||| %{smart_count} remarques', fields: 'Quelles données restent', same: 'Toutes les données sont identiques.',
      field: 'Donnée', both: 'Les deux', empty: 'vide', option: '%{field} : %{value}', follows: 'Conséquences', act: 'Fusionner en un seul usager', back: 'Usagers en double',
      at: 'Quand', by: 'Par', who: 'Usager', what: 'Y a été intégré', gone: '%{name}, numéro %{number}',
      putBack: 'Annuler', putBackOne: 'Annuler la fusion de %{name}', putBackTitle: 'Refaire deux usagers ?',
      putBackText: '%{name} et le numéro %{number} redeviennent deux usagers, chacun avec ses cartes, ses prêts et ses données. Ce qui a changé depuis reste tel quel.',
      isBack: 'annulée le %{day}', forgotten: 'usager d’ailleurs ou effacé',
    },
  },
}
