export const messages = {
  patrons: {
    merge: {
      doubles: 'Double patrons', intro: 'Who is here twice can be merged. A mistake is put back.',
      views: 'What you see', likely: 'Possible doubles', merged: 'Merged',
      none: 'No patrons of this library look enrolled twice.', more: 'These are the first %{smart_count} pairs.',
      noneMerged: 'Nobody was merged here yet.', pair: '%{one} and %{other}',
      compare: 'Compare', compareOne: 'Compare %{name}', apart: 'They are two', apartOne: 'They are two: %{name}',
      with: 'Double? Merge', withTitle: 'Merge %{name} with whom?', find: 'Find the other patron', findHint: 'Name, card, date of birth or number.',
      nobody: 'Nobody else found.', choose: 'Compare', chooseOne: 'Compare with %{name}',
      title: 'Merge two patrons', explain: 'Look closely: a twin or a namesake is somebody else. Nothing changes until you merge below.',
      keeps: 'Stays', goes: 'Goes into it', swap: 'Swap', number: 'number %{number}', cards: 'Cards: %{cards}', noCards: 'No card',
      notes: '%{smart_count} note |||| %{smart_count} notes', fields: 'Which details stay', same: 'All details are the same.',
      field: 'Detail', both: 'Both', empty: 'empty', option: '%{field}: %{value}', follows: 'What follows', act: 'Merge into one patron', back: 'Double patrons',
      at: 'When', by: 'By', who: 'Patron', what: 'Went into it', gone: '%{name}, number %{number}',
      putBack: 'Put back', putBackOne: 'Put back: the merge of %{name}', putBackTitle: 'Make two patrons again?',
      putBackText: '%{name} and number %{number} become two patrons again, each with their own cards, loans and details. What was changed meanwhile stays as it is now.',
      isBack: 'put back on %{day}', forgotten: 'patron of elsewhere, or forgotten',
    },
  },
}
