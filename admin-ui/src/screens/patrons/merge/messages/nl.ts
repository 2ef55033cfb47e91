export const messages = {
  patrons: {
    merge: {
      doubles: 'Dubbele leners', intro: 'Wie hier twee keer staat, kun je samenvoegen. Een vergissing draai je terug.',
      views: 'Wat je ziet', likely: 'Mogelijke dubbels', merged: 'Samengevoegd',
      none: 'Geen leners van deze bibliotheek lijken dubbel ingeschreven.', more: 'Dit zijn de eerste %{smart_count} paren.',
      noneMerged: 'Hier is nog niemand samengevoegd.', pair: '%{one} en %{other}',
      compare: 'Vergelijken', compareOne: '%{name} vergelijken', apart: 'Het zijn er twee', apartOne: 'Het zijn er twee: %{name}',
      with: 'Dubbel? Samenvoegen', withTitle: '%{name} samenvoegen met wie?', find: 'Zoek de andere lener', findHint: 'Naam, kaart, geboortedatum of nummer.',
      nobody: 'Niemand anders gevonden.', choose: 'Vergelijken', chooseOne: 'Vergelijken met %{name}',
      title: 'Twee leners samenvoegen', explain: 'Kijk goed: een tweeling of naamgenoot is iemand anders. Er verandert niets tot je onderaan samenvoegt.',
      keeps: 'Blijft', goes: 'Gaat hierin op', swap: 'Omwisselen', number: 'nummer %{number}', cards: 'Kaarten: %{cards}', noCards: 'Geen kaart',
      notes: '%{smart_count} opmerking |||| %{smart_count} opmerkingen', fields: 'Welke gegevens blijven', same: 'Alle gegevens zijn gelijk.',
      field: 'Gegeven', both: 'Beide', empty: 'leeg', option: '%{field}: %{value}', follows: 'Wat volgt', act: 'Samenvoegen tot één lener', back: 'Dubbele leners',
      at: 'Wanneer', by: 'Door', who: 'Lener', what: 'Ging erin op', gone: '%{name}, nummer %{number}',
      putBack: 'Terugdraaien', putBackOne: 'Samenvoegen van %{name} terugdraaien', putBackTitle: 'Weer twee leners maken?',
      putBackText: '%{name} en nummer %{number} worden weer twee leners, elk met de eigen kaarten, uitleningen en gegevens. Wat intussen gewijzigd is, blijft zoals het nu is.',
      isBack: 'teruggedraaid op %{day}', forgotten: 'lener van elders of vergeten',
    },
  },
}
