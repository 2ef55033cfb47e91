import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  circulation: {
    desk: {
      toConfirm: 'Confirm',
      minor: 'Under age. Legal representative: %{names}.',
      menu: 'Lend and take in', title: 'Desk of %{unit}',
      intro: 'Scan a patron’s card and then the items. F4: undo the last loan, F7: return bin, F8: switch, F9: loans, F12: done.',
      chooseBranch: 'Choose above the branch at whose desk you sit.',
      modes: 'What are you doing?', mode: { lend: 'Lend', return: 'Take in' }, act: { lend: 'Lend', return: 'Take in' },
      scan: { card: 'Patron’s card', itemOrCard: 'Item, or the card of the next patron', item: 'Item' },
      day: 'Brought back on', today: 'empty: today', wrongDay: 'Check the day of return first: nothing was taken in yet.',
      bin: 'From the return bin', sound: 'Sound', undo: 'Undo the last loan', close: 'Done with this patron',
      until: 'member until %{day}', age: '%{smart_count} years', visits: 'member of another library',
      count: '%{count} of at most %{most}, counted in %{text}', fine: 'Fine up to today: %{amount}',
      noLoans: 'Has nothing on loan.', loansOf: 'Loans of %{name}', loans: 'Loans', renewAll: 'Renew all', renewChosen: 'Renew %{smart_count}',
      column: { lent: 'Lent', title: 'Title', due: 'Due', renewals: 'Renewed', why: 'Reasons' }, choose: 'Choose %{title}',
      late: 'late', lateFor: 'late, %{amount}', claimed: 'claimed returned',
      owes: 'Fine: %{amount}',
      done: 'Done', nothingDone: 'Nothing scanned yet.',
      did: { lent: 'Lent, due %{day}', renewed: 'Renewed until %{day}', returned: 'Taken in', undone: 'Undone' },
    },
    unknown: { card: 'No patron with card %{code}.', item: 'No item with barcode %{code}.', find: 'Find a patron by name', search: 'Look for the item', enter: 'Enter this item' },
    ask: { title: 'Go on all the same?', goOn: 'Go on', reason: 'Reason', reasonHint: 'Stays with the loan.' },
    why: {
      ask: 'Why?', of: 'Why this date: %{title}', title: 'Why this date?', due: 'Due on %{day}', day: 'How the day came about',
      differs: 'Changed since', fine: 'The fine', steps: 'What happened', print: 'Print',
    },
    moved: {
      link: '%{smart_count} loan got another due day or fine: see whose |||| %{smart_count} loans got another due day or fine: see whose',
      title: 'Who got another due day', intro: 'The borrowers whose due day or fine a change touched.',
      shown: '%{smart_count} loan. |||| %{smart_count} loans.',
      fileSays: 'The file for your mailing leaves out whom you may not write to, and what was renewed or returned since.',
      none: 'This change moved no loans of borrowers that you may see.', file: 'File for a mailing',
      column: { name: 'Borrower', reach: 'E-mail and language', title: 'Title', day: 'Due' },
      noEmail: 'no e-mail address', unwritten: 'do not write', since: 'different since',
      language: { nl: 'Dutch', en: 'English', fr: 'French' },
    },
    items: {
      menu: 'Items', title: 'Items of %{unit}', intro: 'What is there, what is on loan and until when.',
      search: 'Find by title, author or barcode', shown: '%{smart_count} item |||| %{smart_count} items',
      many: 'More than %{smart_count} items: narrow your search.', none: 'No items found.', table: 'Items',
      column: { title: 'Title', material: 'Material', where: 'Shelf', status: 'Status', act: 'Action' },
      outUntil: '%{status} until %{day}', open: 'View', openOne: 'View: %{title}', enter: 'Enter an item', enterAt: 'Enter an item at %{unit}',
      field: {
        barcode: 'Barcode', title: 'Title', author: 'Author', material: 'Type of material (code)', shelf: 'Shelf', price: 'Price in euros',
        attachment: 'Belongs with it', damage: 'Damage', memo: 'Note for colleagues', status: 'Status', notForLoan: 'Not for loan',
        adultsOnly: 'Not under 18',
      },
    },
  },
}
