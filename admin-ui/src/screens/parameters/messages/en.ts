import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  parameters: {
    menu: 'Settings',
    title: 'Settings of %{unit}',
    intro: 'What holds here, and who says so. A value of its own comes before what is inherited.',
    search: 'Find a setting',
    views: 'Which settings',
    view: { all: 'All', own: 'Own value', differs: 'Different below', planned: 'Scheduled' },
    none: {
      all: 'No setting matches what you are looking for.', own: 'No setting has a value of its own here yet.',
      differs: 'Nowhere below is there another value.', planned: 'No change is scheduled.',
    },
    plugin: {
      branches: 'Opening hours and calendar', parameters: 'Console', units: 'Units', permissions: 'Staff', core: 'General',
    },
    own: 'own value', inherited: 'inherited from %{unit}', default: 'default value', levels: 'Who says what',
    planned: '%{period}: %{value}',
    lockedBy: 'locked by %{unit}',
    differsIn: 'different in %{smart_count} place |||| different in %{smart_count} places',
    change: 'Change', makeOwn: 'Own value',
    dialog: '%{title} – %{unit}',
    which: 'Which value holds?',
    reset: 'Back to inherited: %{value} of %{unit}', resetToDefault: 'Back to the default value',
    from: 'Holds from', noEnd: 'empty: without an end',
    lock: 'Lock: all below follows this value',
    between: 'From %{from} to %{to}',
    unit: { days: 'days', minutes: 'minutes', cents: 'cents', percent: '%' },
    follows: 'Follows what holds above.',
    linksHint: 'The address of the page that explains the screen. Leave empty what you do not have.',
    linkWrong: 'An address starts with https://',
    screen: {
      now: 'Now', hours: 'Opening hours', calendar: 'Calendar', round: 'Yearly round', history: 'History', units: 'Units',
      staff: 'Staff', roles: 'Roles', import: 'Import and export', settings: 'Settings', lists: 'Kinds of hours and holidays',
    },
  },
}
