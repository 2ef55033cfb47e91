export const messages = {
  console: {
    guide: {
      sheet: {
        name: 'Modifications en masse',
        see: 'Vous modifiez ici de nombreux paramètres en une fois : avec un tableur, ou avec une '
          + 'modification toute prête.',
        act: 'Téléchargez un tableau, modifiez-le et réimportez-le ; ou choisissez une modification '
          + 'toute prête et complétez-la.',
        save: 'Vérifier ne change rien. Vous voyez chaque ancienne et nouvelle valeur, et chaque cellule incorrecte.',
        undo: 'Le tout forme une seule modification. Annulez-la en une fois dans « Historique ».',
      },
    },
  },
  parameters: {
    proposed: {
      unit: 'Choisir une unité',
      another: 'Encore une unité',
      withoutUnit: 'Retirer %{unit}',
    },
    sheet: {
      menu: 'Tableur',
      way: 'Comment voulez-vous modifier ?',
      sheet: {
        short: 'Tableur',
        title: 'Paramètres dans un tableur',
        intro: 'De nombreuses valeurs à la fois : téléchargez-les, modifiez-les dans un tableur et '
          + 'réimportez-les. Vous voyez d’abord ce qui change.',
      },
      presets: {
        short: 'Modifications toutes prêtes',
        title: 'Modifications toutes prêtes',
        intro: 'Des modifications qui vont souvent ensemble. Complétez ce qui reste à choisir ; vous '
          + 'voyez d’abord ce qui change.',
      },
      out: {
        title: '1. Télécharger',
        intro: 'Chaque valeur est une ligne. Modifiez la colonne « Valeur », ou videz-la pour rétablir '
          + 'la valeur héritée.',
        units: 'De quelles unités ?',
        below: 'Avec tout ce qui en dépend',
        settings: 'Quels paramètres ?',
        names: 'Seulement ces paramètres',
        namesHint: 'vide : tous les paramètres',
        inherited: 'Aussi ce qui est hérité, pour lui donner une valeur propre',
      },
      back: {
        title: '2. Réimporter',
        intro: 'Le fichier modifié, ou une partie avec les en-têtes. Rien n’est encore enregistré.',
        drop: 'Déposez le fichier ici',
        or: 'ou',
        choose: 'Choisir un fichier',
        limits: 'CSV ou XLSX, %{megabytes} Mo au maximum',
        tooLarge: 'Ce fichier est trop volumineux : %{megabytes} Mo au maximum.',
        unreadable: 'Ce fichier est illisible.',
        paste: 'Ou collez ici depuis votre tableur',
        pasteHint: 'Copiez les lignes avec les en-têtes.',
        pasted: 'Lignes collées',
        look: 'Vérifier',
        nothingYet: 'Vérifier ne change rien.',
        looking: 'Vérification du fichier',
        other: 'Autre fichier',
        mended: 'Corrigé ? Déposez à nouveau le fichier ici',
        from: 'Valable à partir du (pour les lignes sans date propre)',
        same: 'Rien ne change : tout ce que contient le fichier est déjà en vigueur.',
      },
      faults: {
        title: 'Cellules incorrectes',
        count: '%{count} cellule est incorrecte. Rien n’a été modifié. |||| %{count} cellules sont '
          + 'incorrectes. Rien n’a été modifié.',
        first: 'Voici les %{count} premières.',
        cell: 'Cellule',
        row: 'Ligne',
        column: 'Colonne',
        wrong: 'Ce qui ne va pas',
        file: 'le fichier',
        save: 'Enregistrer la liste',
        name: 'vérification',
      },
      column: {
        unit: 'Code',
        'unit-name': 'Implantation ou bibliothèque',
        parameter: 'Paramètre',
        title: 'Nom du paramètre',
        membership: 'Type d’abonnement',
        material: 'Type de document',
        season: 'Saison',
        value: 'Valeur',
        from: 'À partir du',
        until: 'Jusqu’au',
        locked: 'Verrouillé',
        own: 'Valeur propre',
        'basis-number': 'Décision',
        'basis-date': 'Date de la décision',
        'basis-article': 'Article',
        'basis-text': 'Texte de la décision',
      },
    },
    preset: {
      search: 'Chercher une modification',
      none: 'Aucune modification ne correspond.',
      other: 'Autres',
      sets: 'Modifie : %{settings}',
      choose: 'Choisir',
      chooseOne: 'Choisir : %{title}',
      money: 'exige une décision du conseil',
    },
  },
}
