import type { Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { unitAt } from '#core/unit.ts'
import { nameOf } from '../change/unit-words.ts'
import { announce, setHours, type SetHours } from '../contract/change.ts'
import type { HoursKind } from '../contract/hours.ts'
import { dayWords } from '../day-words.ts'
import { calendarSource, hoursKindsOf } from '../calendar-source.ts'
import { explainDays } from '../calendar.ts'
import { closingsOf, publicAt, realEnd, type Closing } from '../format/closing.ts'
import { isPublic } from '../public-place.ts'
import { clock, colon, dayIn, period } from '../wording.ts'
import type { ChangedDay } from './day-difference.ts'
import { sampleWeek, weekWords } from './sample-week.ts'

const SHOWN = 12
const SHOWN_DAYS = 120

/** What the website of the first public places will say about the days that change. */
export function websiteTexts(
  ctx: Context,
  before: Configuration,
  after: Configuration,
  items: readonly Item[],
  places: ReadonlyMap<UnitId, { from: Day; to: Day }>,
  changed: readonly ChangedDay[],
) {
  const texts: { unit: UnitId; unitName: string; text: string }[] = []
  for (const { kind, payload } of items) {
    if (kind !== announce.name) continue
    const { unit, text } = payload as { unit: UnitId; text: string | null }
    if (text !== null) texts.push({ unit, unitName: nameOf(after, unit, ctx.today()), text })
  }
  texts.push(...newHours(ctx, after, items))
  const publicFrom = items.map(({ payload }) => (payload as { publicFrom?: string }).publicFrom).find(Boolean)
  for (const [unit, { from, to }] of places) {
    if (texts.length >= SHOWN) break
    if (!isPublic(after, unit, from) || !ctx.reaches(unit)) continue
    const last = to < plusDays(from, SHOWN_DAYS) ? to : plusDays(from, SHOWN_DAYS)
    const moment = publicFrom ?? ctx.now.toString()
    const closings = (reading: Configuration) => {
      const source = publicAt(calendarSource(reading, unit), moment)
      return closingsOf(explainDays(source, from, last), hoursKindsOf(reading), { onlyOpen: true, whole: true }).map(
        (closing, n, all) => closingLine(closing, n === all.length - 1 ? realEnd(source, closing) : closing.to, ctx),
      )
    }
    const known = new Set(closings(before))
    const closed = closings(after).filter(line => !known.has(line))
    const opened = texts.some(text => text.unit === unit) ? [] : openLines(changed, unit, hoursKindsOf(after), ctx)
    const lines = (closed.length ? closed : opened).slice(0, 3)
    if (lines.length)
      texts.push({
        unit,
        unitName: nameOf(after, unit, from),
        text: lines.join(' · ') + shownFrom(publicFrom, ctx),
      })
  }
  return texts
}

/** The week that changed hours make, as soon as they hold. */
function newHours(ctx: Context, after: Configuration, items: readonly Item[]) {
  const today = ctx.today()
  const told = new Set<string>()
  return items.flatMap(({ kind, payload }) => {
    if (kind !== setHours.name || told.size >= SHOWN) return []
    const { unit, from, to } = payload as SetHours
    const day = from === null || from < today ? today : from
    const over = to !== null && to < today
    if (over || told.has(`${unit} ${day}`) || !hasDoors(after, unit, day) || !ctx.reaches(unit)) return []
    told.add(`${unit} ${day}`)
    const source = publicAt(calendarSource(after, unit), ctx.now.toString())
    const days = sampleWeek(source, day, to)
    const words = weekWords(days, hoursKindsOf(after), ctx.language)
    const { language } = ctx
    const when = days.length < 7 ? '' : `${period(language, day, to, 'short')}${colon(language)} `
    return [{ unit, unitName: nameOf(after, unit, day), text: `${when}${words}` }]
  })
}

const hasDoors = (reading: Configuration, unit: UnitId, day: Day) =>
  ['branch', 'bookmobile', 'stop'].includes(unitAt(reading, unit, day)?.type ?? '') && isPublic(reading, unit, day)

/** Days on which the doors open after all. */
const openLines = (changed: readonly ChangedDay[], unit: UnitId, kinds: readonly HoursKind[], { language }: Context) =>
  changed
    .filter(({ unit: other, after: { kind } }) => other === unit && (kind === 'open' || kind === 'B'))
    .map(({ day, after: is }) => `${dayIn(language, day)}${colon(language)} ${dayWords(is, kinds, language)}`)

function closingLine(
  { from, text, cut, provisional }: Closing,
  to: Day | null,
  { language }: Context,
): string {
  const when = from === to ? dayIn(language, from) : period(language, from, to)
  const shut = { nl: 'gesloten', en: 'closed', fr: 'fermé' }[language]
  const part = cut ? ` ${clock(cut.from)}–${clock(cut.to)}` : ''
  const guess = provisional ? { nl: ' (voorlopig)', en: ' (provisional)', fr: ' (provisoire)' }[language] : ''
  return `${when}${colon(language)} ${shut}${part}${text ? ` – ${text}` : ''}${guess}`
}

const shownFrom = (publicFrom: string | undefined, { language, now }: Context) => {
  if (!publicFrom || Date.parse(publicFrom) <= now.epochMilliseconds) return ''
  const day = dayIn(language, publicFrom.slice(0, 10), 'short')
  return { nl: ` (te lezen vanaf ${day})`, en: ` (to be read from ${day})`, fr: ` (visible dès le ${day})` }[
    language
  ]
}
