import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  mail: {
    menu: 'Mail',
    title: 'Mail of %{unit}',
    intro: 'Which mails left, which wait and which did not arrive.',
    views: 'Which mails?',
    all: 'All',
    search: 'Find by name, address or subject',
    shown: '%{smart_count} mail |||| %{smart_count} mails',
    none: 'No mail has left from here yet.',
    notFound: 'No mail found.',
    noServer: 'No mail leaves here: there is no mail server, or nothing here is real. You can read here what would leave.',
    table: 'Mails',
    column: { subject: 'Subject', to: 'To', at: 'Queued', where: 'State', act: 'Action' },
    state: {
      waiting: 'waiting', sent: 'sent', failed: 'failed', bounced: 'address refused', unsure: 'uncertain', kept: 'kept',
    },
    failure: {
      'no-connection': 'The mail server could not be reached.',
      'no-sign-in': 'The mail server does not accept our sign-in.',
      'not-now': 'The mail server asked to try again later.',
      refused: 'The mail server refused this mail.',
      'address-refused': 'The mail server does not know this address, or refuses it.',
      'cut-short': 'The connection was lost while the mail was on its way. Perhaps it arrived.',
      'link-spent': 'The link in this mail no longer worked; that is why it did not leave.',
    },
    tryAt: 'again from %{at}',
    wasSentAgain: 'sent again',
    read: 'Read',
    readOne: '%{subject}, to %{name}: read',
    told: {
      to: 'To', unit: 'For', at: 'Queued', where: 'State', sentAt: 'Sent', replyTo: 'Reply to',
      failure: 'What went wrong', said: 'The mail server said', next: 'Next try',
    },
    masked: 'A one-time link is a key. That is why you do not see it here.',
    linkGone: 'The link in this mail works no longer. Make a new one in “Staff”.',
    sendAgain: 'Send again',
    seeAgain: 'See the new mail',
    queuedAgain: 'The mail leaves again',
  },
}
