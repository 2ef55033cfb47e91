import type { Day, Language } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { explainDays } from '../calendar.ts'
import type { CalendarDay, CalendarSource } from '../contract/arithmetic.ts'
import type { FeedBranch } from '../contract/feed.ts'
import type { HoursKind } from '../contract/hours.ts'
import { closingsOf, publicAt, realEnd, type Closing } from '../format/closing.ts'
import { weekOf } from '../format/website.ts'
import type { LocalTime } from '../local-time.ts'
import { statusNow } from '../now.ts'
import { because, clock, dayIn } from '../wording.ts'

/** A calendar as the public may know it now; the same value while nothing is held back. */
export function publicSource(source: CalendarSource, now: Temporal.Instant): CalendarSource {
  const heldBack = source.layers.some(({ exceptions, cuts }) =>
    [...exceptions, ...cuts].some(
      ({ body }) => body.publicFrom !== undefined && Date.parse(body.publicFrom) > now.epochMilliseconds,
    ),
  )
  return heldBack ? publicAt(source, now.toString()) : source
}

/** The running week from Monday on, and so many days ahead. */
export function daysAhead(source: CalendarSource, today: Day, ahead: number): CalendarDay[] {
  const { from, to } = weekOf(today)
  const last = plusDays(today, ahead)
  return explainDays(source, from, last > to ? last : to)
}

/** Closings from today on, days on which the doors are shut anyhow left out where hours are known. */
export function closingsAhead(source: CalendarSource, days: readonly CalendarDay[], today: Day): Closing[] {
  const onlyOpen = source.layers.some(({ hours }) => hours.length > 0)
  return closingsOf(
    days.filter(({ day }) => day >= today),
    source.hoursKinds,
    { onlyOpen, whole: true },
  )
}

type Times = Pick<FeedBranch, 'now' | 'week' | 'closings'>

export function publicTimes(
  source: CalendarSource,
  local: LocalTime,
  today: Day,
  ahead: number,
  language: Language,
): Times {
  const days = daysAhead(source, today, ahead)
  const status = statusNow(source, local)
  const last = weekOf(today).to
  return {
    now: {
      open: status.open,
      ...(status.until && { until: status.until }),
      ...(status.opensAt && { opensAt: { day: status.opensAt.day, time: status.opensAt.time } }),
      ...(status.reason && { reason: status.reason.text }),
      text: nowWords(status, today, language),
    },
    week: days.filter(({ day }) => day <= last).map(day => weekDay(day, source.hoursKinds, today, language)),
    closings: closingsAhead(source, days, today).map((closing, n, all) => ({
      from: closing.from,
      to: n === all.length - 1 ? realEnd(source, closing) : closing.to,
      reason: closing.text,
      provisional: closing.provisional,
      ...(closing.cut && { part: closing.cut }),
    })),
  }
}

function weekDay(
  day: CalendarDay,
  kinds: readonly HoursKind[],
  today: Day,
  language: Language,
): FeedBranch['week'][number] {
  const { why, cuts, kind, otherwise } = day
  const slots = (hours: CalendarDay['hours']) =>
    hours
      .flatMap(({ kind: code, slots }) =>
        slots.map(({ from, to, text }) => ({
          from,
          to,
          kind: code,
          kindName: kinds.find(one => one.code === code)?.name[language] ?? code,
          ...(text !== undefined && { text }),
        })),
      )
      .sort((a, b) => a.from.localeCompare(b.from))
  const reason =
    (why.by === 'hours' ? '' : why.said.text)
    || cuts
      .map(({ text }) => text)
      .filter(Boolean)
      .join(', ')
  return {
    day: day.day,
    today: day.day === today,
    open: kind === 'open' || kind === 'B',
    hours: slots(day.hours),
    ...(reason && { reason }),
    ...(otherwise.length > 0 && { instead: slots(otherwise) }),
  }
}

/** `Nu open tot 18:00.`, `Nu gesloten: kerstavond. Opent maandag 28 december 2026 om 9:00.` */
function nowWords(status: ReturnType<typeof statusNow>, today: Day, language: Language): string {
  const { open, until, opensAt, reason } = status
  if (open) {
    const end =
      until && until.day === today
        ? clock(until.time)
        : until && `${clock(until.time)} (${dayIn(language, until.day)})`
    return end
      ? { nl: `Nu open tot ${end}.`, en: `Open now until ${end}.`, fr: `Ouvert jusqu’à ${end}.` }[language]
      : { nl: 'Nu open.', en: 'Open now.', fr: 'Ouvert.' }[language]
  }
  const shut =
    { nl: 'Nu gesloten', en: 'Closed now', fr: 'Fermé' }[language] + because(reason?.text ?? '', language)
  if (!opensAt) return `${shut}.`
  const time = clock(opensAt.time)
  const day =
    opensAt.day === today
      ? { nl: 'vandaag', en: 'today', fr: 'aujourd’hui' }[language]
      : dayIn(language, opensAt.day)
  const opens = {
    nl: `Opent ${day} om ${time}.`,
    en: `Opens ${day} at ${time}.`,
    fr: `Ouvre ${day} à ${time}.`,
  }
  return `${shut}. ${opens[language]}`
}
