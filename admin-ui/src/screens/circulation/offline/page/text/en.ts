import type { Text } from './nl.ts'

export const text: Text = {
  title: 'Desk of %{branch}, without a server', noKitTitle: 'Desk without a server',
  intro: 'Scan a patron’s card and then the items. Everything stays on this device until you enter it. F4: undo the last, F8: switch, F9: what waits, F12: next patron.',
  noKit: 'This device was not made ready. Open the desk once while the server is there; from then on this page works without.',
  age: 'Dates of %{moment}', open: 'Open today: %{hours}', closed: 'Closed today',
  over: 'The dates are too old: due days and blocked cards are not known any more. You can still lend and take in.',
  serverBack: 'The server is back.', enter: 'To the offline entry',
  branch: 'Where are you?', modes: 'What are you doing?', lend: 'Lend', return: 'Take in',
  scanCard: 'Patron’s card', scanItemOrCard: 'Item, or the card of the next patron', scanItem: 'Item',
  material: 'Type of material', membership: 'Type of membership', anyMembership: 'Not known: earliest day',
  due: 'Due %{day}', dueUnknown: 'Day not known', notLent: 'Not lent by the rules',
  card: 'Card %{card}', next: 'Done with this patron', undo: 'Undo the last act',
  blocked: 'Look at this card: it is blocked, or the membership has expired or is not in order. If you lend all the same, the server decides when you enter it.',
  badCode: '%{code} is no number of a card or an item: 4 to 20 digits and capitals.', sameCard: 'That is the card itself. Now scan an item.',
  cardFirst: 'This looks like an item. Scan the card first.', itemFirst: 'This looks like a card. Scan the item.',
  notKept: 'This was not kept: the browser refuses. Write the numbers on paper.',
  waiting: 'Waiting to be entered: %{count}', nothing: 'Nothing scanned yet.', done: 'Done without a server',
  didLend: 'Lent to card %{card}', didReturn: 'Taken in', sound: 'Sound',
}
