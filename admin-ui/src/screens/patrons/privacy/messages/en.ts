import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  patrons: {
    privacy: {
      title: 'Privacy', file: 'patron-details', waits: 'Asked to be erased on %{moment}. That is done in the night after all is settled.',
      request: 'Erase at the patron’s request', erase: 'Erase what the patron borrowed after %{days} days (figures stay)',
      keep: 'Keep: the patron sees what they borrowed over the past %{years} years',
      download: 'Hand over the details (file)', views: 'Who looked at these details', who: 'Does somebody ask to be erased? Your library admin can do it.',
    },
    edited: { true: 'yes', false: 'no' },
    views: {
      none: 'Nobody looked at these details.', at: 'When', by: 'Who', act: 'What', purpose: 'What for', system: 'Filiaal', view: 'looked at',
      reveal: 'national number shown', export: 'details handed over',
    },
    erase: {
      title: 'Erase the details of %{name}', act: 'Erase for good', note: 'Note the request', where: 'Library: %{names}.', goes: 'This goes',
      stays: 'This stays', open: 'This is still open', later: 'As long as it is, the details stay. The request is noted; each night Filiaal looks whether it can be done.',
      sure: 'The patron asked for this. I know that it cannot be put back.', sureLater: 'The patron asked for this. Once erased it cannot be put back.',
      withdraw: 'Withdraw the request',
    },
    forgetting: {
      title: 'What will be forgotten', intro: 'Each night what may be kept no longer goes. Figures stay right.', horizon: 'Until when',
      in0: 'Coming night', in1: 'Within a month', in3: 'Within three months', in12: 'Within a year', past: 'What has been forgotten', nothingYet: 'Nothing yet.',
      none: 'Nothing in this period.', library: 'Library', goes: 'Goes', stays: 'Stays for now', who: 'Who', show: 'Show', showAt: 'Show who at %{name}', perLibrary: '%{title} by library',
      patron: 'Patron', on: 'Goes on', because: 'Stays because', notYet: 'not for now', more: 'The list is longer; these are the first 500.',
      was: {
        asked: '%{smart_count} patron at their request |||| %{smart_count} patrons at their request', former: '%{smart_count} former patron |||| %{smart_count} former patrons',
        history: '%{smart_count} loan detached from its patron |||| %{smart_count} loans detached from their patron',
      },
    },
    national: {
      hint: 'Eleven digits, as on the identity card. The number is kept encrypted.', stays: 'A number is kept. Leave empty: it stays.',
      drop: 'Remove the number that is kept', kept: 'kept', show: 'Show in full', title: 'National number of %{name}', purpose: 'What for?',
      noted: 'That you see the number, and what for, is noted. The patron may ask for it.',
    },
    contact: {
      one: 'Contact %{number}', role: 'Role', parent: 'parent', guardian: 'guardian', teacher: 'teacher', contact: 'contact',
      from: 'From', to: 'Until', untilAdult: 'Empty: until the child is eighteen.', open: 'Empty: until further notice.',
      add: 'Add a contact', addParent: 'Add a parent, guardian or contact', dropOne: 'Remove contact %{name}',
    },
  },
}
