import type { Reading as Configured } from '#core/configuration.ts'
import type { Texts } from '#core/contract.ts'
import { daySetsOf } from '../calendar-source.ts'
import type { exportFormats, importFormats } from '../contract/answers.ts'
import { csvLeavesOut, readCsv } from '../format/csv.ts'
import { icalLeavesOut, readIcal } from '../format/ical.ts'
import { jsonLeavesOut, readJson } from '../format/json.ts'
import { lowCountriesLeavesOut, readLowCountries } from '../format/low-countries.ts'
import { osmLeavesOut, readOsm } from '../format/osm.ts'
import type { Reading } from '../format/schedule.ts'

export type ImportFormat = (typeof importFormats)[number]
export type ExportFormat = (typeof exportFormats)[number]

export const leavesOut: Readonly<Record<ImportFormat, readonly Texts[]>> = {
  csv: csvLeavesOut,
  osm: osmLeavesOut,
  'low-countries': lowCountriesLeavesOut,
  ical: icalLeavesOut,
  json: jsonLeavesOut,
}

/** What stands in a file, row by row. Public and school holidays mean the region's lists of that country. */
export function readFile(
  configuration: Configured,
  format: ImportFormat,
  content: string,
  timeZone: string,
): Reading | Promise<Reading> {
  switch (format) {
    case 'csv':
      return readCsv(content)
    case 'ical':
      return readIcal(content, timeZone)
    case 'json':
      return readJson(content)
    case 'low-countries':
      return readLowCountries(content)
    case 'osm':
      return readOsm(content, (kind, country = 'BE') => {
        const code = `${kind === 'PH' ? 'public' : 'school'}-${country.toLowerCase()}`
        return daySetsOf(configuration).find(set => set.code === code || set.code.startsWith(`${code}-`))?.code
      })
  }
}
