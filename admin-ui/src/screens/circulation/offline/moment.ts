import { regional } from '#console/time/day.ts'

/** "24 nov. 09:12", where we are. */
export const formatMoment = (language: string, moment: string): string => new Intl.DateTimeFormat(regional(language), {
  day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels',
}).format(new Date(moment))
