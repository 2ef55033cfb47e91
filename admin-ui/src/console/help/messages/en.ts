import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  console: {
    guide: {
      more: 'More help from your region',
      now: {
        name: 'Now',
        see: 'Here you see for every branch whether it is open or closed now, why, and what changes next.',
        act: 'Does something close unexpectedly? Choose one or more branches and click “Close”, if you may.',
        save: 'You first see what changes. When you save, it is on the website at once, or later if you choose so.',
        undo: 'A mistake? Put the change back in “History”.',
      },
      hours: {
        name: 'Opening hours',
        see: 'Here you see the hours of an ordinary week, whose they are and from when they hold.',
        act: 'You can change hours, make own hours, or add hours for a season or a short time.',
        save: 'You first see what changes. The new hours hold from the day you choose.',
        undo: 'A mistake? Put the change back in “History”.',
      },
      calendar: {
        name: 'Calendar',
        see: 'Here you see every day of the year: open, closed, fine-free or holiday. Choose a day to see why.',
        act: 'Choose a day or a range of days to close them, make them fine-free or open them anyway.',
        save: 'You first see what changes. If you may not do it yourself, you send it as a request.',
        undo: 'Take your own exception away again, or put the change back in “History”.',
      },
      round: {
        name: 'Yearly round',
        see: 'Here you see a proposal for the calendar of a year: holidays, fixed rules and days of last year.',
        act: 'Tick what is closed and add days of your own. For a whole region you see who has confirmed.',
        save: 'Nothing happens by itself. After you confirm, the days of that year are no longer provisional.',
        undo: 'Everything together is one change. Put it back in “History”, or change days later.',
      },
      units: {
        name: 'Units',
        see: 'Here you see one library, branch or group: its details, where it belongs and what is to come.',
        act: 'If you may, you change details, add a unit, or move, close or merge units.',
        save: 'You choose from which day it holds. What was before is kept.',
        undo: 'A mistake? At the bottom you see what was changed. There you put a change back.',
      },
      history: {
        name: 'History',
        see: 'Here you see who changed what, when and why. The newest change is at the top.',
        act: 'Stop a planned change or answer a request, if you may.',
        save: 'A planned change happens by itself on its day. A request waits for somebody who may approve it.',
        undo: 'You can put a change back from today. Who may, also corrects what is past; that asks for a reason.',
      },
      import: {
        name: 'Import and export',
        see: 'Here you take opening hours and closing days from a file, or keep them in a file.',
        act: 'Drop a file here and check what is in it. Confirm only the rows that are right.',
        save: 'Checking changes nothing. Only when you take rows over, they go into the hours and the calendar.',
        undo: 'Every import is in “History”. There you put it back.',
      },
      settings: {
        name: 'Settings',
        see: 'Here you see which settings hold, and which unit each value comes from.',
        act: 'Give a value of your own where you may. A locked value can only be changed higher up.',
        save: 'The value holds from the day you choose, also for everyone below who says nothing else.',
        undo: 'Go back to the inherited value, or put the change back in “History”.',
      },
      staff: {
        name: 'Staff',
        see: 'Here you see who works here, in which role and until when.',
        act: 'Invite a colleague, give or take a role, or take somebody’s access away.',
        save: 'An invitation gives a link. Pass it on: it works once and you see it only then.',
        undo: 'You can take a role away later, and you can give access back.',
      },
      roles: {
        name: 'Roles',
        see: 'Here you see which roles there are and what each role may do.',
        act: 'Your own roles are marked. The roles themselves are fixed.',
        save: 'Nothing changes here. You give a colleague a role in “Staff”.',
        undo: 'Do you need another role? Ask the administrator of your library.',
      },
      outbox: {
        name: 'Mail',
        see: 'Here you see which mails left, which wait and which did not arrive, and why.',
        act: 'Read a mail, or send it again, if you may.',
        save: 'What you send again is a new mail. It goes to the address we know now.',
        undo: 'A mail that has left does not come back. Uncertain? First ask whether it arrived.',
      },
      lists: {
        name: 'Hours and holidays',
        see: 'Here you see the kinds of hours and the lists of holidays that the whole region shares.',
        act: 'Add a kind or a list, or change one. Fill in the new holidays every year.',
        save: 'You first see what changes. Every library that uses the list follows at once.',
        undo: 'A mistake? Put the change back in “History”.',
      },
    },
  },
}
