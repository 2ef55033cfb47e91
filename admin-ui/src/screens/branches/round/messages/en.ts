import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    round: {
      menu: 'Yearly round',
      title: 'Calendar %{year} of %{unit}',
      intro: 'Go through the proposal for %{year}, amend what is not right, and confirm. Nothing takes effect by itself.',
      overviewTitle: 'Yearly round %{year} in %{unit}',
      overviewIntro: 'Who has confirmed the calendar of %{year}, and who has not yet?',
      year: 'Year',
      confirmed: 'The calendar of %{year} was confirmed by %{name}, %{at}. You can still amend it.',
      waiting: 'The calendar of %{year} has not been confirmed yet. Until then the days of %{year} are provisional.',
      waitingNow: 'The calendar of %{year} has not been confirmed yet. Its days are provisional.',
      proposal: 'Proposed days', proposalIntro: 'Tick what is closed. Weekdays without opening hours need not be named.',
      none: 'There is no proposal for this year. Add days yourself.',
      tick: 'Yes', day: 'Day', what: 'What', kind: 'What kind of day?', source: 'Comes from',
      from: { holiday: 'public holiday', rule: 'yearly rule', 'last-year': 'last year', bridge: 'bridge day' },
      state: { set: 'in the calendar already', added: 'will be added', opens: 'open anyway', skipped: 'simply open' },
      closed: 'Closed', openAnyway: 'Exceptionally open',
      own: 'Own day %{n}', add: 'Add a day', oneDay: 'empty: one day', publicText: 'Visitors read this.',
      count: '%{smart_count} special day in %{year} |||| %{smart_count} special days in %{year}',
      changes: '%{smart_count} change to the calendar |||| %{smart_count} changes to the calendar',
      startOver: 'Start over', confirm: 'Confirm %{year}', amend: 'Save the amendment',
      confirmTitle: 'Confirm %{year} for %{name}',
      confirmIntro: 'You confirm the calendar of %{year} for all branches of the library. Beside this you see what changes for it.',
      confirmAfter: 'All of it is one change. You can put it back as a whole, and amend days at any later time.',
      below: {
        'stays-open': 'These have an exception of their own on one of those days and stay open. Amend that in their calendar if need be.',
        'keeps-own-day': 'These have an exception of their own on one of those days. It stays.',
      },
      progress: '%{done} of %{all} confirmed',
      views: 'Which libraries', view: { waiting: 'Not yet', confirmed: 'Confirmed', all: 'All' },
      nobody: {
        waiting: 'Everybody has confirmed.', confirmed: 'Nobody has confirmed yet.', all: 'There are no libraries here.',
      },
      libraries: 'Libraries', library: 'Library', word: 'Confirmed', remindedOn: 'Reminded on', notYet: 'not yet',
      pick: 'Choose %{name}', pickAll: 'Choose all %{smart_count}',
      chosen: '%{smart_count} library chosen |||| %{smart_count} libraries chosen', remind: 'Remind',
      reminded: '%{smart_count} library reminded |||| %{smart_count} libraries reminded',
    },
  },
}
