export const messages = {
  circulation: {
    desk: {
      menu: 'Uitlenen en innemen', title: 'Balie van %{unit}',
      intro: 'Scan een lidkaart en dan de exemplaren. F4: laatste uitlening ongedaan, F8: wisselen, F9: uitleningen, F12: klaar.',
      chooseBranch: 'Kies bovenaan de vestiging waar je aan de balie zit.',
      modes: 'Wat doe je?', mode: { lend: 'Uitlenen', return: 'Innemen' }, act: { lend: 'Uitlenen', return: 'Innemen' },
      scan: { card: 'Lidkaart', itemOrCard: 'Exemplaar, of de kaart van de volgende', item: 'Exemplaar' },
      bin: 'Uit de inleverbus', sound: 'Geluid', undo: 'Laatste uitlening ongedaan maken', close: 'Klaar met deze lener',
      until: 'lid tot %{day}', age: '%{smart_count} jaar', visits: 'lid van een andere bibliotheek',
      count: '%{count} van hoogstens %{most}, geteld in %{text}', fine: 'Boete tot vandaag: %{amount}',
      noLoans: 'Heeft niets uitgeleend.', loans: 'Uitleningen', renewAll: 'Alles verlengen', renewChosen: '%{smart_count} verlengen',
      column: { title: 'Titel', due: 'Terug op', renewals: 'Verlengd', why: 'Uitleg' }, choose: 'Kies %{title}',
      late: 'te laat', lateFor: 'te laat, %{amount}', claimed: 'volgens de lener terug',
      owes: 'Boete: %{amount}',
      done: 'Gedaan', nothingDone: 'Nog niets gescand.',
      did: { lent: 'Uitgeleend, terug op %{day}', renewed: 'Verlengd tot %{day}', returned: 'Ingenomen', undone: 'Ongedaan gemaakt' },
    },
    ask: { title: 'Toch doorgaan?', goOn: 'Doorgaan', reason: 'Reden', reasonHint: 'Blijft bij de uitlening staan.' },
    why: {
      ask: 'Waarom?', of: 'Waarom deze datum: %{title}', title: 'Waarom deze datum?', due: 'Terug op %{day}', day: 'Zo komt de datum tot stand',
      differs: 'Intussen veranderd', fine: 'De boete', steps: 'Wat er gebeurde', print: 'Afdrukken',
    },
    items: {
      menu: 'Exemplaren', title: 'Exemplaren van %{unit}', intro: 'Wat er staat, wat er uitgeleend is en tot wanneer.',
      search: 'Zoek op titel, auteur of barcode', shown: '%{smart_count} exemplaar |||| %{smart_count} exemplaren',
      many: 'Meer dan %{smart_count} exemplaren: zoek gerichter.', none: 'Geen exemplaren gevonden.', table: 'Exemplaren',
      column: { title: 'Titel', material: 'Materiaalsoort', where: 'Plaats', status: 'Status', act: 'Actie' },
      outUntil: '%{status} tot %{day}', open: 'Bekijken', openOne: 'Bekijken: %{title}', enter: 'Exemplaar invoeren',
      enterAt: 'Exemplaar invoeren in %{unit}',
      field: {
        barcode: 'Barcode', title: 'Titel', author: 'Auteur', material: 'Materiaalsoort (code)', shelf: 'Plaats', price: 'Prijs in euro',
        attachment: 'Hoort erbij', damage: 'Schade', memo: 'Nota voor collega’s', status: 'Status', notForLoan: 'Niet uitleenbaar',
        adultsOnly: 'Niet onder 18 jaar',
      },
    },
  },
}
