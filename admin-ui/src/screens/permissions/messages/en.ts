import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  permissions: {
    welcome: {
      title: 'Welcome to Filiaal',
      intro: 'You become the first administrator of this installation. After that you invite your colleagues.',
      noToken: 'Open this page with the link that was shown at the start; it holds the key.',
      name: 'Your name', password: 'Choose a password',
      passwordHint: 'At least 10 characters. A few ordinary words in a row will do.',
      start: 'Begin',
    },
    invitation: {
      title: 'Welcome', intro: 'A colleague has invited you. Choose a password and you are in.',
      noToken: 'Open this page with the link you were given; it holds the key.',
    },
    staff: {
      menu: 'Staff',
      title: 'Staff of %{unit}',
      intro: 'Who works here, in which role and until when.',
      search: 'Find by name or e-mail address',
      shown: '%{smart_count} member of staff |||| %{smart_count} members of staff',
      none: 'Nobody works here yet. Invite a colleague.', notFound: 'Nobody found.',
      table: 'Staff', name: 'Name', roles: 'Roles', access: 'Access', act: 'Action',
      noRole: 'No role.', grant: '%{role} of %{unit}', lastSeen: 'last here %{at}',
      state: { active: 'active', invited: 'invited', disabled: 'no access any more' },
      manage: 'Manage', manageOne: 'Manage %{name}', invite: 'Invite a colleague',
    },
    grant: {
      title: 'Give %{name} a role', act: 'Give the role', add: 'Give a role', role: 'Which role?', where: 'Where?',
      whereHint: 'The role holds there and in all that is below it.', from: 'From', noEnd: 'empty: without an end',
    },
    withdraw: {
      title: 'Take a role of %{name} away', act: 'Take away', what: '%{role} of %{unit}', from: 'First day without this role',
    },
    invite: {
      title: 'Invite a colleague to %{unit}', done: 'Invited', act: 'Invite', name: 'First name and surname',
    },
    link: {
      intro: '%{name} can choose a password with this link. Pass it on, for instance by mail.',
      label: 'One-time link', once: 'Works once and for three days. You see it only now.', copy: 'Copy', copied: 'Copied',
    },
    access: {
      invitation: 'New invitation link', password: 'Link for a new password', open: 'Give access again',
      shutAsk: 'Take access away …', shutNow: 'Take access away', shut: '%{name} has no access any more', opened: '%{name} has access again',
      sure: '%{name} is signed out at once and cannot sign in any more. The roles are kept.',
    },
    roles: {
      title: 'Roles', intro: 'What each role may do. A role holds in the place where you have it, and in all that is below it.',
      link: 'What may each role do?', own: 'your role',
      plugin: {
        core: 'General', units: 'Units', branches: 'Opening hours and calendar', permissions: 'Staff', parameters: 'Settings',
      },
      about: {
        'system-admin': 'Runs the whole installation.', 'library-admin': 'Runs a library with all its branches and staff.',
        'branch-manager': 'Takes care of the opening hours and closing days of a branch.', helpdesk: 'Helps all libraries and handles requests.',
        desk: 'Looks up what holds, and changes nothing.',
      },
    },
  },
}
