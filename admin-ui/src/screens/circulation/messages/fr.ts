import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  circulation: {
    desk: {
      toConfirm: 'Confirmer',
      minor: 'Mineur. Représentant légal : %{names}.',
      menu: 'Prêt et retour', title: 'Comptoir de %{unit}',
      intro: 'Scannez une carte d’usager, puis les documents. F4 : annuler le dernier prêt, F7 : boîte de retour, F8 : changer, F9 : prêts, F12 : terminé.',
      chooseBranch: 'Choisissez en haut l’implantation dont vous tenez le comptoir.',
      modes: 'Que faites-vous ?', mode: { lend: 'Prêter', return: 'Reprendre' }, act: { lend: 'Prêter', return: 'Reprendre' },
      scan: { card: 'Carte d’usager', itemOrCard: 'Document, ou carte de l’usager suivant', item: 'Document' },
      day: 'Rapporté le', today: 'vide : aujourd’hui', wrongDay: 'Vérifiez d’abord le jour du retour : rien n’a encore été enregistré.',
      bin: 'De la boîte de retour', sound: 'Son', undo: 'Annuler le dernier prêt', close: 'Terminer avec cet usager',
      until: 'membre jusqu’au %{day}', age: '%{smart_count} ans', visits: 'membre d’une autre bibliothèque',
      count: '%{count} sur %{most} au plus, comptés pour %{text}', fine: 'Amende jusqu’à aujourd’hui : %{amount}',
      noLoans: 'N’a rien en prêt.', loansOf: 'Prêts de %{name}', loans: 'Prêts', renewAll: 'Tout prolonger', renewChosen: 'Prolonger %{smart_count}',
      column: { lent: 'Prêté', title: 'Titre', due: 'À rendre le', renewals: 'Prolongé', why: 'Explication' }, choose: 'Choisir %{title}',
      late: 'en retard', lateFor: 'en retard, %{amount}', claimed: 'déclaré rendu',
      owes: 'Amende : %{amount}',
      done: 'Fait', nothingDone: 'Rien n’a encore été scanné.',
      did: { lent: 'Prêté, à rendre le %{day}', renewed: 'Prolongé jusqu’au %{day}', returned: 'Repris', undone: 'Annulé' },
    },
    unknown: { card: 'Aucun usager avec la carte %{code}.', item: 'Aucun document avec le code-barres %{code}.', find: 'Chercher un usager par son nom', search: 'Chercher le document', enter: 'Saisir ce document' },
    ask: { title: 'Continuer quand même ?', goOn: 'Continuer', reason: 'Motif', reasonHint: 'Reste lié au prêt.' },
    why: {
      ask: 'Pourquoi ?', of: 'Pourquoi cette date : %{title}', title: 'Pourquoi cette date ?', due: 'À rendre le %{day}',
      day: 'D’où vient la date', differs: 'Changé depuis', fine: 'L’amende', steps: 'Ce qui s’est passé', print: 'Imprimer',
    },
    moved: {
      link: '%{smart_count} prêt a reçu une autre date de retour ou amende : voir qui |||| %{smart_count} prêts ont reçu une autre date de retour ou amende : voir qui',
      title: 'Qui a reçu une autre date de retour', intro: 'Les usagers dont une modification touche la date de retour ou l’amende.',
      shown: '%{smart_count} prêt. |||| %{smart_count} prêts.',
      fileSays: 'Le fichier d’envoi écarte ceux à qui vous ne pouvez pas écrire et ce qui a été prolongé ou rendu depuis.',
      none: 'Cette modification n’a reporté aucun prêt d’usagers que vous pouvez voir.', file: 'Fichier pour un envoi',
      column: { name: 'Usager', reach: 'E-mail et langue', title: 'Titre', day: 'À rendre le' },
      noEmail: 'pas d’adresse e-mail', unwritten: 'ne pas écrire', since: 'autre depuis',
      language: { nl: 'Néerlandais', en: 'Anglais', fr: 'Français' },
    },
    items: {
      menu: 'Documents', title: 'Documents de %{unit}', intro: 'Ce qui s’y trouve, ce qui est en prêt et jusqu’à quand.',
      search: 'Chercher par titre, auteur ou code-barres', shown: '%{smart_count} document |||| %{smart_count} documents',
      many: 'Plus de %{smart_count} documents : précisez votre recherche.', none: 'Aucun document trouvé.', table: 'Documents',
      column: { title: 'Titre', material: 'Type de document', where: 'Rayon', status: 'Statut', act: 'Action' },
      outUntil: '%{status} jusqu’au %{day}', open: 'Voir', openOne: 'Voir : %{title}', enter: 'Saisir un document',
      enterAt: 'Saisir un document à %{unit}',
      field: {
        barcode: 'Code-barres', title: 'Titre', author: 'Auteur', material: 'Type de document (code)', shelf: 'Rayon', price: 'Prix en euros',
        attachment: 'À joindre', damage: 'Dégâts', memo: 'Note pour les collègues', status: 'Statut', notForLoan: 'Exclu du prêt',
        adultsOnly: 'Pas avant 18 ans',
      },
    },
  },
}
