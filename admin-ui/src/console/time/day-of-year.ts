/** A day that comes back every year, as `07-01` on the wire and `1/7` in its field. */

const longest = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads `1/7`, `01-07`, `1.7`, `1 juli`; null for what is no day of every year (29/2, 31/4). */
export const readDayOfYear = (text: string, language: string): string | null => {
  const typed = text.trim().toLowerCase()
  const parts = /^(\d{1,2})(?:er)?\s*(?:[/.-]\s*(\d{1,2})|\s*([a-zà-ÿ]{3,})\.?)$/.exec(typed)
  if (!parts) return null
  const [, date = '', number, name] = parts
  const month = number === undefined ? monthNamed(name ?? '', language) : Number(number)
  const last = longest[month - 1]
  if (last === undefined || Number(date) < 1 || Number(date) > last) return null
  return `${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
}

const monthNamed = (name: string, language: string) =>
  longest.findIndex((_, month) => monthOf(month, language).startsWith(name)) + 1

const monthOf = (month: number, language: string) =>
  new Intl.DateTimeFormat(`${language}-BE`, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2025, month, 1)).toLowerCase()

/** Whether it is such a day as it goes on the wire: `07-01`, never `02-29`. */
export const isDayOfYear = (text: string) => {
  const [, month, date] = /^(\d\d)-(\d\d)$/.exec(text) ?? []
  return Number(date) >= 1 && Number(date) <= (longest[Number(month) - 1] ?? 0)
}

/** `07-01` as `1/7`; what is no such day as it was typed. */
export const typedDayOfYear = (day: string) =>
  isDayOfYear(day) ? `${Number(day.slice(3))}/${Number(day.slice(0, 2))}` : day

/** `07-01` as "1 juli". */
export const dayOfYearIn = (language: string, day: string) =>
  new Intl.DateTimeFormat(`${language}-BE`, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2025, Number(day.slice(0, 2)) - 1, Number(day.slice(3))))
