import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  circulation: {
    offline: {
      door: 'Sans serveur', doorWaiting: 'À encoder : %{smart_count}',
      title: 'Encodage hors ligne de %{unit}',
      intro: 'Ce qui a été prêté et repris sans serveur est refait ici : dans l’ordre et au jour où cela s’est passé, selon les mêmes règles.',
      here: 'Sur cet appareil', waitHere: '%{smart_count} opération en attente (%{places}). |||| %{smart_count} opérations en attente (%{places}).',
      device: 'Nom de cet appareil', deviceHint: 'Pour reconnaître l’encodage plus tard : portable du bibliobus, comptoir 2.', nameless: 'Appareil sans nom',
      send: 'Encoder', busy: 'Encodage en cours', goOn: 'Continuer',
      none: 'Rien n’a encore été fait ici sans serveur.', earlier: 'Tous les encodages', batch: '%{device}, encodé le %{moment}',
      look: '%{smart_count} opération demande votre attention. |||| %{smart_count} opérations demandent votre attention.',
      acts: 'Opérations', show: 'Voir', showOne: 'Voir : encodage du %{moment}',
      column: { sent: 'Encodé', device: 'Appareil', item: 'Document', when: 'Quand', who: 'Usager ou carte', outcome: 'Résultat', act: 'Action' },
      count: {
        done: '%{smart_count} faite |||| %{smart_count} faites', open: '%{smart_count} à vérifier', left: '%{smart_count} laissée |||| %{smart_count} laissées',
        waiting: '%{smart_count} en attente',
      },
      did: { lend: 'prêté', return: 'repris' },
      state: { waiting: 'en attente', done: 'fait', asks: 'à vérifier', refused: 'échec', overtaken: 'dépassé', left: 'laissé' },
      told: 'Annoncé au comptoir : %{day}', noted: 'Remarque : %{note}', note: 'Remarque',
      act: { pass: 'Prêter quand même', again: 'Réessayer', leave: 'Laisser' },
      actOne: { pass: 'Prêter quand même : %{title}', again: 'Réessayer : %{title}', leave: 'Laisser tel quel : %{title}' },
      ready: 'Prêt pour le mode sans serveur', readyHint: 'Le comptoir prépare cet appareil de lui-même. Le bibliobus part ? Cliquez encore une fois : il emporte les données les plus récentes, aussi celles de ses haltes. Les noms ne partent jamais.',
      readyUntil: 'Prêt, avec les données du %{moment}, utilisables jusqu’au %{day}.', notReady: 'Cet appareil n’est pas encore prêt pour cette implantation.',
      prepare: 'Préparer maintenant', openPage: 'Ouvrir le comptoir sans serveur', noHttps: 'Ceci ne fonctionne que dans un navigateur qui ouvre Filiaal en https.',
    },
  },
}
