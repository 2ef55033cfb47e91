import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    exchange: {
      menu: 'Import and export',
      title: 'Import and export of %{unit}',
      intro: 'Take opening hours and closing days from a file, save them to one, or let the website read them.',
      tabs: 'What would you like to do?', tab: { import: 'Import', export: 'Export and website' },
      fileTitle: 'Which file?', fileIntro: 'What is in it goes under %{unit}. First we look at it; nothing changes yet.',
      drop: 'Drop a file here', or: 'or', choose: 'Choose a file', limits: 'CSV, JSON or iCalendar, up to 5 MB.',
      tooLarge: 'This file is larger than %{megabytes} MB. Split it and import the parts one after another.',
      file: 'File', format: 'Kind of file', formatHint: 'This is our guess; choose another if it is wrong.',
      formats: {
        csv: 'CSV (spreadsheet)', osm: 'OpenStreetMap', 'low-countries': 'List of hours and closing days (JSON)', ical: 'iCalendar (closing days)', json: 'Filiaal (JSON)',
      },
      about: {
        csv: 'To open in a spreadsheet.', osm: 'The text for “opening_hours” in OpenStreetMap.',
        ical: 'Closing days for a diary.', json: 'Everything, to read into Filiaal elsewhere.',
      },
      other: 'Another file', look: 'Look at it', looking: 'Looking at the file …',
      leavesOut: 'This kind of file cannot hold',
      figure: { rows: 'row |||| rows', valid: 'ready to take over', held: 'to confirm', refused: 'not usable' },
      doubts: 'To confirm', doubtsIntro: 'This is unusual, but may be right. Tick a row if it is; the others stay behind.',
      faults: 'Not usable', faultsIntro: 'We skip these rows. Correct them in the file and import it again.',
      save: 'Save the list', right: 'Right', row: 'Row', field: 'Field', value: 'What it says', reason: 'Why',
      confirmRow: 'Row %{row} is right: %{reason}',
      nothing: 'This file holds nothing that can be taken over.',
      apply: 'Take over %{smart_count} row |||| Take over %{smart_count} rows',
      applying: 'Taking over %{name} …', mayLeave: 'This may take a while. You may leave this screen; it goes on by itself.',
      over: '%{name}', applied: '%{smart_count} of %{rows} rows taken over. |||| %{smart_count} of %{rows} rows taken over.',
      inHistory: 'In the history', stillHeld: 'Not confirmed, so not taken over', another: 'Another file',
      exportTitle: 'As a file', exportIntro: 'All opening hours and closing days of %{unit} and what is below it.', download: 'Download',
      feedTitle: 'For the website', feedIntro: 'Whoever makes a website or a map reads these addresses without signing in. A change is there at once.',
      chooseLibrary: 'Choose a library or branch at the top to see its addresses.',
      notPublic: 'This branch is not open to the public and is therefore nowhere on the website.',
      feed: {
        feed: 'Hours of the week, closings and what holds now (JSON)', website: 'As the websites of today read it (JSON)',
        calendar: 'Closing days for a diary (iCalendar)', schema: 'For search engines (schema.org)', osm: 'For OpenStreetMap',
      },
      copy: 'Copy the address', copied: 'Copied',
    },
  },
}
