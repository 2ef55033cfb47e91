import type { Text } from './nl.ts'

export const text: Text = {
  title: 'Comptoir de %{branch}, sans serveur', noKitTitle: 'Comptoir sans serveur',
  intro: 'Scannez une carte d’usager, puis les documents. Tout reste sur cet appareil jusqu’à l’encodage. F4 : annuler le dernier, F8 : changer, F9 : en attente, F12 : usager suivant.',
  noKit: 'Cet appareil n’est pas prêt. Ouvrez le comptoir une fois pendant que le serveur répond ; ensuite, cette page fonctionne aussi sans lui.',
  age: 'Données du %{moment}', open: 'Ouvert aujourd’hui : %{hours}', closed: 'Fermé aujourd’hui',
  over: 'Les données sont trop anciennes : les dates de retour et les cartes bloquées ne sont plus connues. Le prêt et le retour restent possibles.',
  serverBack: 'Le serveur répond de nouveau.', enter: 'Vers l’encodage hors ligne',
  branch: 'Où êtes-vous ?', modes: 'Que faites-vous ?', lend: 'Prêter', return: 'Reprendre',
  scanCard: 'Carte d’usager', scanItemOrCard: 'Document, ou carte de l’usager suivant', scanItem: 'Document',
  material: 'Type de document', membership: 'Type d’abonnement', anyMembership: 'Inconnu : date la plus proche',
  due: 'À rendre le %{day}', dueUnknown: 'Date inconnue', notLent: 'Exclu du prêt selon le règlement',
  card: 'Carte %{card}', next: 'Terminer avec cet usager', undo: 'Annuler la dernière opération',
  blocked: 'Vérifiez cette carte : elle est bloquée, ou l’abonnement est expiré ou n’est pas en ordre. Si vous prêtez quand même, le serveur décidera à l’encodage.',
  badCode: '%{code} n’est pas un numéro de carte ou de document : 4 à 20 chiffres et majuscules.', sameCard: 'C’est la carte elle-même. Scannez maintenant un document.',
  cardFirst: 'Cela ressemble à un document. Scannez d’abord la carte.', itemFirst: 'Cela ressemble à une carte. Scannez le document.',
  notKept: 'Ceci n’a pas été gardé : le navigateur refuse. Notez les numéros sur papier.',
  waiting: 'En attente d’encodage : %{count}', nothing: 'Rien n’a encore été scanné.', done: 'Fait sans serveur',
  didLend: 'Prêté à la carte %{card}', didReturn: 'Repris', sound: 'Son',
}
