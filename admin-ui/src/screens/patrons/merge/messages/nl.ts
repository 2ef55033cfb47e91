export const messages = {
  patrons: {
    merge: {
      doubles: 'Dubbele leden', intro: 'Wie hier twee keer staat, kun je samenvoegen. Een vergissing draai je terug.',
      views: 'Wat je ziet', likely: 'Mogelijke dubbels', merged: 'Samengevoegd',
      none: 'Geen leden van deze bibliotheek lijken dubbel ingeschreven.', more: 'Dit zijn de eerste %{smart_count} paren.',
      noneMerged: 'Hier is nog niemand samengevoegd.', pair: '%{one} en %{other}',
      compare: 'Vergelijken', compareOne: '%{name} vergelijken', apart: 'Het zijn er twee', apartOne: 'Het zijn er twee: %{name}',
      with: 'Dubbel? Samenvoegen', withTitle: '%{name} samenvoegen met wie?', find: 'Zoek het andere lid', findHint: 'Naam, kaart, geboortedatum of nummer.',
      nobody: 'Niemand anders gevonden.', choose: 'Vergelijken', chooseOne: 'Vergelijken met %{name}',
      title: 'Twee leden samenvoegen', explain: 'Kijk goed: een tweeling of naamgenoot is iemand anders. Er verandert niets tot je onderaan samenvoegt.',
      keeps: 'Blijft', goes: 'Gaat hierin op', swap: 'Omwisselen', number: 'nummer %{number}', cards: 'Kaarten: %{cards}', noCards: 'Geen kaart',
      notes: '%{smart_count} opmerking |||| %{smart_count} opmerkingen', fields: 'Welke gegevens blijven', same: 'Alle gegevens zijn gelijk.',
      field: 'Gegeven', both: 'Beide', empty: 'leeg', option: '%{field}: %{value}', follows: 'Wat volgt', act: 'Samenvoegen tot één lid', back: 'Dubbele leden',
      at: 'Wanneer', by: 'Door', who: 'Lid', what: 'Ging erin op', gone: '%{name}, nummer %{number}',
      putBack: 'Terugdraaien', putBackOne: 'Samenvoegen van %{name} terugdraaien', putBackTitle: 'Weer twee leden maken?',
      putBackText: '%{name} en nummer %{number} worden weer twee leden, elk met de eigen kaarten, uitleningen en gegevens. Wat intussen gewijzigd is, blijft zoals het nu is.',
      isBack: 'teruggedraaid op %{day}', forgotten: 'lid van elders of vergeten',
    },
  },
}
