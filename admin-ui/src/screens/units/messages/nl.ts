export const messages = {
  units: {
    menu: 'Eenheden',
    intro: '%{type} · code %{code}',
    history: 'Wat er aan %{name} gewijzigd is',
    path: 'Waar deze eenheid hangt',
    level: 'niveau %{level}',
    successor: 'Deze eenheid bestaat niet meer. Ze gaat verder als',
    predecessors: 'Gaat verder voor %{names}.',
    field: {
      code: 'Code', name: 'Naam', level: 'Niveau van samenwerking', isil: 'ISIL-code', address: 'Adres', coordinates: 'Plaats op de kaart',
      province: 'Provincie', inhabitants: 'Inwoners', website: 'Website', timeZone: 'Tijdzone',
      street: 'Straat en nummer', postalCode: 'Postcode', city: 'Gemeente', country: 'Land',
      public: 'Open voor publiek', needsHours: 'Heeft openingsuren nodig',
    },
    record: {
      title: 'Gegevens', unknown: 'niet ingevuld', public: 'open voor publiek', notPublic: 'niet op de website',
      noHours: 'zonder openingsuren', invented: 'verzonnen voor de demo', source: 'Bron: %{source}',
    },
    below: {
      title: '%{smart_count} eenheid hieronder |||| %{smart_count} eenheden hieronder', none: 'Hieronder hangt nog niets.',
      count: '%{smart_count} hieronder |||| %{smart_count} hieronder',
    },
    open: {
      group: 'Samenwerkingsverband beginnen', library: 'Bibliotheek toevoegen', branch: 'Vestiging openen',
      bookmobile: 'Bibliobus toevoegen', stop: 'Halte toevoegen',
      title: {
        group: 'Samenwerkingsverband beginnen in %{name}', library: 'Bibliotheek toevoegen aan %{name}',
        branch: 'Vestiging openen van %{name}', bookmobile: 'Bibliobus toevoegen aan %{name}', stop: 'Halte toevoegen aan %{name}',
      },
    },
    act: {
      change: 'Wijzigen', more: 'Meer', move: 'Verplaatsen', merge: 'Samenvoegen', end: 'Voorgoed sluiten', open: 'Openen',
    },
    change: { title: 'Gegevens van %{name} wijzigen' },
    move: {
      title: '%{name} verplaatsen', now: 'Hangt nu onder %{name}.',
      to: {
        system: 'Waarheen?', group: 'Waarheen?', library: 'Naar welk samenwerkingsverband?', branch: 'Naar welke bibliotheek?',
        bookmobile: 'Naar welke bibliotheek?', stop: 'Naar welke bibliobus?',
      },
    },
    merge: {
      title: '%{name} samenvoegen', into: 'Gaat verder als',
      explain: '%{name} houdt op te bestaan. Alles wat eronder hangt, gaat mee; de code %{code} en de adressen voor de website blijven werken.',
    },
    end: {
      all: 'Alles mee',
      title: '%{name} voorgoed sluiten', from: 'Eerste dag zonder deze eenheid', below: 'Wat sluit mee?',
      explain: 'Voor een paar dagen of weken gebruik je “Sluiten” in de kalender. Hier houdt de eenheid op te bestaan.',
    },
    form: {
      opensOn: 'Eerste dag', from: 'Geldt vanaf',
      codeHint: {
        system: '', group: 'Hoofdletters en cijfers, zoals G01', library: 'I en drie cijfers, zoals I200', branch: 'Vier cijfers',
        bookmobile: 'Vier cijfers', stop: 'Vier cijfers',
      },
      levelHint: '1 en 2: losse samenwerking; 3a tot 3c: samen één bibliotheeksysteem.',
      publicHelp: 'Staat op de website en in de lijsten voor bezoekers.',
      needsHoursHelp: 'Zonder openingsuren volgt een waarschuwing.',
      coordinatesHint: 'Zoals op een kaart: 51.0479, 3.7275', isilHint: 'Zoals BE-GEN01',
      fault: {
        name: 'Vul een naam in.', code: 'Vul een code in.', inhabitants: 'Vul een getal in.',
        coordinates: 'Dit is geen plaats. Plak breedte en lengte: 51.0479, 3.7275', isil: 'Een ISIL-code begint met het land: BE-…',
        country: 'Twee hoofdletters: BE, NL, FR …',
      },
    },
    timeline: {
      title: 'Vroeger en later', intro: 'Wat anders was, en wat al gepland is.', said: '%{field}: %{value}', under: 'hangt onder %{name}',
      past: 'voorbij', now: 'nu', planned: 'gepland',
    },
    set: {
      title: 'Groepen naast de boom', intro: 'Wie samen een kas, een reserveringskring of een afhaalkring heeft.',
      none: 'Deze eenheid zit in geen enkele groep.', add: 'Groep toevoegen', edit: 'Groep %{name} wijzigen', of: 'van %{unit}',
      more: 'en nog %{smart_count} |||| en nog %{smart_count}', kindLabel: 'Soort groep',
      kind: {
        'financial-organisation': 'financiële organisatie', 'hold-network': 'reserveringskring', 'pick-up-network': 'afhaalkring',
        'print-group': 'afdrukgroep', 'branch-group': 'vestigingsgroep',
      },
      codeHint: 'Letters en cijfers; blijft altijd zo', members: '%{smart_count} lid |||| %{smart_count} leden',
      addMember: 'Lid toevoegen', remove: '%{name}: met Delete uit de groep halen', giveUp: 'Deze groep opheffen', keep: 'Toch niet opheffen',
    },
    describe: { nothing: 'Bestaat niet.', into: 'gaat verder als %{name}' },
  },
}
