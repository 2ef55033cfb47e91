const two = (n: number): string => String(Math.abs(n)).padStart(2, '0')

const offset = (nanoseconds: number): string => {
  const minutes = Math.round(nanoseconds / 60e9)
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`
}

const observance = (at: Temporal.ZonedDateTime): string[] => {
  const before = at.subtract({ nanoseconds: 1 })
  const kind = at.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  // A transition is written in the clock time that held until then.
  const wall = at.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
  const stamp = `${wall.year}${two(wall.month)}${two(wall.day)}T${two(wall.hour)}${two(wall.minute)}${two(wall.second)}`
  return [`BEGIN:${kind}`, `DTSTART:${stamp}`, `TZOFFSETFROM:${offset(before.offsetNanoseconds)}`,
    `TZOFFSETTO:${offset(at.offsetNanoseconds)}`, `END:${kind}`]
}

/** A zone's clock changes from the one before `from` to the one after `to`, as a VTIMEZONE. */
export const zoneOf = (timeZone: string, from: string, to: string): string => {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(timeZone)
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(timeZone)
  const blocks: string[] = []
  let at = start.getTimeZoneTransition('previous') ?? start.getTimeZoneTransition('next')
  while (at && Temporal.ZonedDateTime.compare(at, end) <= 0) {
    blocks.push(...observance(at))
    at = at.getTimeZoneTransition('next')
  }
  if (blocks.length === 0) {
    const still = offset(start.offsetNanoseconds)
    blocks.push('BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${still}`, `TZOFFSETTO:${still}`,
      'END:STANDARD')
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...blocks, 'END:VTIMEZONE'].join('\r\n')
}
