import { formatDayOfYear, regional } from '#console/time/day.ts'

/** Where we are: Belgium writes no other hour. */
const zone = 'Europe/Brussels'

/** The day of a moment. */
export const dayAt = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)

export const formatHour = (language: string, moment: string): string =>
  new Intl.DateTimeFormat(regional(language), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(moment))

/** "di 24 nov. 09:12". */
export const formatMoment = (language: string, moment: string): string =>
  `${formatDayOfYear(language, dayAt(new Date(moment)))} ${formatHour(language, moment)}`
