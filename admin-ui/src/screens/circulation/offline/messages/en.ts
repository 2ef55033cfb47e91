import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  circulation: {
    offline: {
      door: 'Without a server', doorWaiting: 'To enter: %{smart_count}',
      title: 'Offline entry of %{unit}',
      intro: 'What was lent and taken in without a server is done over here: in the order and on the day in which it happened, by the same rules.',
      here: 'On this device', waitHere: '%{smart_count} act waits (%{places}). |||| %{smart_count} acts wait (%{places}).',
      device: 'Name of this device', deviceHint: 'How you know this entry later: laptop of the bookmobile, desk 2.', nameless: 'Device without a name',
      send: 'Enter', busy: 'Entering', goOn: 'Go on',
      none: 'Nothing was done without a server here.', earlier: 'All entries', batch: '%{device}, entered on %{moment}',
      look: '%{smart_count} act needs your attention. |||| %{smart_count} acts need your attention.',
      acts: 'Acts', show: 'View', showOne: 'View: entry of %{moment}',
      column: { sent: 'Entered', device: 'Device', item: 'Item', when: 'When', who: 'Patron or card', outcome: 'Outcome', act: 'Action' },
      count: { done: '%{smart_count} done', open: '%{smart_count} to look at', left: '%{smart_count} left', waiting: '%{smart_count} still waits |||| %{smart_count} still wait' },
      did: { lend: 'lent', return: 'taken in' },
      state: { waiting: 'waits', done: 'done', asks: 'to look at', refused: 'not done', overtaken: 'overtaken', left: 'left' },
      told: 'Said at the desk: %{day}', noted: 'Note: %{note}', note: 'Note',
      act: { pass: 'Lend all the same', again: 'Again', leave: 'Leave' },
      actOne: { pass: 'Lend all the same: %{title}', again: 'Try again: %{title}', leave: 'Leave as it is: %{title}' },
      ready: 'Ready for without a server', readyHint: 'The desk makes this device ready by itself. Is the bookmobile leaving? Click once more, and it takes the newest dates along, those of its stops too. Names never go along.',
      readyUntil: 'Ready, with dates of %{moment}, good until %{day}.', notReady: 'This device is not ready for this branch yet.',
      prepare: 'Make ready now', openPage: 'Open the desk without a server', noHttps: 'This works only in a browser that opens Filiaal over https.',
    },
  },
}
