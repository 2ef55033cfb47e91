/** A time or the hours of a day, as people write them on a door. */

const pad = (part: string) => part.padStart(2, '0')

/**
 * Reads a time as people type it: `9`, `930`, `9.30`, `9u30`, `9h30`, `17:30` or `24`.
 * Null for what is no time (25:00).
 */
export const readTime = (text: string): string | null => {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*(uur|u\.?|h)$/, '')
    .replace(/\s*(?:[uh]\.?|[.:,])\s*/, ':')
  const parts = /^(\d{1,2})(?::(\d{1,2}))?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed)
  if (!parts) return null
  const time = `${pad(parts[1] ?? '')}:${pad(parts[2] ?? '0')}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

/** The minute of the day; `24:00` is 1440. */
export const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const bare = (language: string, time: string) => {
  const hour = String(Number(time.slice(0, 2)))
  const minute = time.slice(3, 5)
  if (language === 'nl') return `${hour}.${minute}`
  if (language === 'fr') return minute === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`
  return `${hour}:${minute}`
}

/** "9.30 u." in Dutch, "9 h 30" in French, "9:30" in English: 24 hours, as on Belgian doors. */
export const formatTime = (language: string, time: string) =>
  language === 'nl' ? `${bare(language, time)}\u00a0u.` : bare(language, time)

/** "9.30–12.00 u.", "9 h 30 – 12 h", "9:30–12:00". */
export const formatSpan = (language: string, from: string, to: string) => {
  if (language === 'nl') return `${bare(language, from)}–${bare(language, to)}\u00a0u.`
  return language === 'fr'
    ? `${bare(language, from)} – ${bare(language, to)}`
    : `${bare(language, from)}–${bare(language, to)}`
}

/** Cents as "€ 1,50"; the server counts in whole cents. */
export const formatCents = (language: string, cents: number) =>
  new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: 'EUR' }).format(cents / 100)

export const formatCount = (language: string, count: number) =>
  new Intl.NumberFormat(`${language}-BE`).format(count)
