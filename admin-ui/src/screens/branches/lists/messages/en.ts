import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    lists: {
      menu: 'Hours and holidays',
      title: 'Kinds of hours and lists of holidays',
      intro:
        'The whole region shares this: whoever enters hours chooses from these kinds and refers to these lists.',
      kinds: 'Kinds of hours',
      kindsIntro: 'A kind counts as open, or only comes beside it.',
      addKind: 'Add a kind',
      editKind: 'Change a kind of hours',
      open: 'counts as open',
      notOpen: 'does not count as open',
      counts: 'Counts as open: visitors are welcome in these hours',
      sets: 'Lists of holidays',
      setsIntro: 'Public holidays, school holidays, exam weeks: days that a timetable may refer to.',
      addSet: 'Add a list',
      editSet: 'Change a list of holidays',
      noSets: 'There is no list yet.',
      inYear: '%{smart_count} period in %{year} |||| %{smart_count} periods in %{year}',
      periods: '%{smart_count} period |||| %{smart_count} periods',
      code: 'Code',
      codeHint: 'Small letters, digits and hyphens; stays as it is',
      name: 'Name',
      year: 'Year',
      noneInYear: 'There is nothing in %{year} yet.',
      addPeriod: 'Add a period',
      add: 'Add',
      remove: 'Remove this kind',
      keep: 'Keep it after all',
      nothing: 'Does not exist.',
    },
  },
}
