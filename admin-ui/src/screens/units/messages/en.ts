import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  units: {
    menu: 'Units',
    intro: '%{type} · code %{code}',
    history: 'What was changed at %{name}',
    path: 'Where this unit belongs',
    level: 'level %{level}',
    successor: 'This unit no longer exists. It goes on as',
    predecessors: 'Goes on for %{names}.',
    field: {
      code: 'Code', name: 'Name', level: 'Level of cooperation', isil: 'ISIL code', address: 'Address', coordinates: 'Place on the map',
      province: 'Province', inhabitants: 'Inhabitants', website: 'Website', timeZone: 'Time zone',
      street: 'Street and number', postalCode: 'Postal code', city: 'Municipality', country: 'Country',
      public: 'Open to the public', needsHours: 'Needs opening hours',
    },
    record: {
      title: 'Details', unknown: 'not filled in', public: 'open to the public', notPublic: 'not on the website',
      noHours: 'without opening hours', invented: 'invented for the demo', source: 'Source: %{source}',
    },
    below: {
      title: '%{smart_count} unit below |||| %{smart_count} units below', none: 'Nothing belongs to this unit yet.',
      count: '%{smart_count} below |||| %{smart_count} below',
    },
    open: {
      group: 'Start a cooperation group', library: 'Add a library', branch: 'Open a branch',
      bookmobile: 'Add a bookmobile', stop: 'Add a stop',
      title: {
        group: 'Start a cooperation group in %{name}', library: 'Add a library to %{name}',
        branch: 'Open a branch of %{name}', bookmobile: 'Add a bookmobile to %{name}', stop: 'Add a stop to %{name}',
      },
    },
    act: {
      change: 'Change', more: 'More', move: 'Move', merge: 'Merge', end: 'Close for good', open: 'Open',
    },
    change: { title: 'Change the details of %{name}' },
    move: {
      title: 'Move %{name}', now: 'Belongs to %{name} now.',
      to: {
        system: 'Where to?', group: 'Where to?', library: 'To which cooperation group?', branch: 'To which library?',
        bookmobile: 'To which library?', stop: 'To which bookmobile?',
      },
    },
    merge: {
      title: 'Merge %{name}', into: 'Goes on as',
      explain: '%{name} ceases to exist. All that belongs to it goes along; the code %{code} and the addresses for the website keep working.',
    },
    end: {
      all: 'All of it',
      title: 'Close %{name} for good', from: 'First day without this unit', below: 'What closes along?',
      explain: 'For a few days or weeks, use “Close” in the calendar. Here the unit ceases to exist.',
    },
    form: {
      opensOn: 'First day', from: 'Holds from',
      codeHint: {
        system: '', group: 'Capitals and digits, such as G01', library: 'I and three digits, such as I200', branch: 'Four digits',
        bookmobile: 'Four digits', stop: 'Four digits',
      },
      levelHint: '1 and 2: loose cooperation; 3a to 3c: one library system together.',
      publicHelp: 'Is on the website and in lists for visitors.',
      needsHoursHelp: 'Without opening hours there is a warning.',
      coordinatesHint: 'As on a map: 51.0479, 3.7275', isilHint: 'Such as BE-GEN01',
      fault: {
        name: 'Fill in a name.', code: 'Fill in a code.', inhabitants: 'Fill in a number.',
        coordinates: 'This is not a place. Paste latitude and longitude: 51.0479, 3.7275', isil: 'An ISIL code starts with the country: BE-…',
        country: 'Two capitals: BE, NL, FR …',
      },
    },
    timeline: {
      title: 'Past and planned', intro: 'What was different, and what is planned already.', said: '%{field}: %{value}', under: 'belongs to %{name}',
      past: 'past', now: 'now', planned: 'scheduled',
    },
    set: {
      title: 'Sets beside the tree', intro: 'Who shares a till, a hold network or a pickup network.',
      none: 'This unit is in no set.', add: 'Add a set', edit: 'Change the set %{name}', of: 'of %{unit}',
      more: 'and %{smart_count} more |||| and %{smart_count} more', kindLabel: 'Kind of set',
      kind: {
        'financial-organisation': 'financial organisation', 'hold-network': 'hold network', 'pick-up-network': 'pickup network',
        'print-group': 'print group', 'branch-group': 'branch group',
      },
      codeHint: 'Letters and digits; stays as it is', members: '%{smart_count} member |||| %{smart_count} members',
      addMember: 'Add a member', remove: '%{name}: press Delete to take it out of the set', giveUp: 'Give this set up', keep: 'Keep it after all',
    },
    describe: { nothing: 'Does not exist.', into: 'goes on as %{name}' },
  },
}
