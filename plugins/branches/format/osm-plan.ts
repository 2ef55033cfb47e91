import { weekdays, type HoursPlan, type Slot, type Weekday } from '../contract/hours.ts'
import type { Rhythm } from '../contract/hours.ts'
import type { DateSpan } from './osm-dates.ts'
import type { DayChoice, OsmRule } from './osm-rule.ts'
import { NotCarried } from './osm-tokens.ts'
import { reasons } from './reason.ts'
import type { Schedule } from './schedule.ts'
import { endOf, minuteOf } from '../slot.ts'
import { inOrder } from './soundness.ts'

/** Which day set stands for public (`PH`) or school holidays (`SH`) where the library is. */
export type HolidaySet = (kind: 'PH' | 'SH') => string | undefined

/** One rule on one kind of days; later pieces win over earlier ones, as in the value itself. */
interface Piece {
  readonly from: string | null
  readonly to: string | null
  readonly when: Rhythm
  readonly weekdays: readonly Weekday[]
  readonly slots: readonly Slot[]
  readonly state: OsmRule['state']
  readonly comment: string
}

const setOf = (holiday: 'PH' | 'SH' | undefined, setFor: HolidaySet): Pick<Rhythm, 'in'> => {
  if (!holiday) return {}
  const code = setFor(holiday)
  if (!code) throw new NotCarried(reasons.noHolidays)
  return { in: code }
}

const pieceOf = (rule: OsmRule, span: DateSpan, choice: DayChoice, setFor: HolidaySet): Piece => {
  if (span.easter !== undefined) throw new NotCarried(reasons.notCarried)
  return {
    from: span.from ?? null,
    to: span.to ?? null,
    when: {
      ...span.season && { season: span.season },
      ...span.everyWeeks && { everyWeeks: span.everyWeeks },
      ...choice.nth && { nth: [...choice.nth] },
      ...setOf(choice.in, setFor),
    },
    weekdays: choice.weekdays,
    slots: rule.times.length > 0 || rule.state !== 'open' ? rule.times : [{ from: '00:00', to: '24:00' }],
    state: rule.state,
    comment: rule.comment,
  }
}

const piecesOf = (rule: OsmRule, setFor: HolidaySet): Piece[] => {
  const spans = rule.dates.length > 0 ? rule.dates : [{}]
  const choices = rule.days.length > 0 ? rule.days : [{ weekdays }]
  return spans.flatMap(span => choices.map(choice => pieceOf(rule, span, choice, setFor)))
}

type Season = NonNullable<Rhythm['season']>
const inYear = ({ from, to }: Season): Season[] =>
  from <= to ? [{ from, to }] : [{ from, to: '12-31' }, { from: '01-01', to }]

const commonSeasons = (a: Season | undefined, b: Season | undefined): (Season | undefined)[] => {
  if (!a || !b) return [a ?? b]
  if (a.from === b.from && a.to === b.to) return [a]
  return inYear(a).flatMap(one => inYear(b).flatMap((other) => {
    const from = one.from > other.from ? one.from : other.from
    const to = one.to < other.to ? one.to : other.to
    return from <= to ? [{ from, to }] : []
  }))
}

const either = <T>(a: T | undefined, b: T | undefined): T | undefined => {
  if (a !== undefined && b !== undefined && JSON.stringify(a) !== JSON.stringify(b)) {
    throw new NotCarried(reasons.notCarried)
  }
  return a ?? b
}

const later = (a: string | null, b: string | null) => a && b ? (a > b ? a : b) : a ?? b
const earlier = (a: string | null, b: string | null) => a && b ? (a < b ? a : b) : a ?? b

/** The days on which both pieces hold, with the hours that result there. */
const meeting = (old: Piece, added: Piece, slots: readonly Slot[]): Piece[] => {
  const shared = old.weekdays.filter(weekday => added.weekdays.includes(weekday))
  const [from, to] = [later(old.from, added.from), earlier(old.to, added.to)]
  if (shared.length === 0 || (from && to && from > to)) return []
  return commonSeasons(old.when.season, added.when.season).map((season) => {
    const rest = {
      nth: either(old.when.nth, added.when.nth),
      everyWeeks: either(old.when.everyWeeks, added.when.everyWeeks),
      in: either(old.when.in, added.when.in),
    }
    const when: Rhythm = {
      ...season && { season }, ...rest.nth && { nth: rest.nth },
      ...rest.everyWeeks && { everyWeeks: rest.everyWeeks }, ...rest.in && { in: rest.in },
    }
    return { ...old, from, to, when, weekdays: shared, slots, state: slots.length > 0 ? 'open' : 'off' }
  })
}

const together = (slots: readonly Slot[]): Slot[] => {
  const joined: Slot[] = []
  for (const slot of inOrder(slots)) {
    const last = joined.at(-1)
    if (last && minuteOf(slot.from) <= endOf(last)) {
      if (endOf(slot) > endOf(last)) joined[joined.length - 1] = { ...last, to: slot.to }
    } else joined.push(slot)
  }
  return joined
}

const without = (slots: readonly Slot[], shut: readonly Slot[]): Slot[] =>
  shut.reduce<Slot[]>((left, cut) => left.flatMap((slot) => {
    if (endOf(slot) <= minuteOf(cut.from) || minuteOf(slot.from) >= endOf(cut)) return [slot]
    return [
      ...minuteOf(slot.from) < minuteOf(cut.from) ? [{ ...slot, to: cut.from }] : [],
      ...endOf(slot) > endOf(cut) ? [{ ...slot, from: cut.to }] : [],
    ]
  }), [...slots])

const whenOf = ({ from, to, when }: Piece): string => JSON.stringify([from, to, when])
const always = JSON.stringify([null, null, {}])

const mostRules = 200
const mostPieces = 300
const mostMeetings = 20_000

/** What a later piece on the same days always wins over need not be kept. */
const seen = (pieces: readonly Piece[]): Piece[] => {
  if (pieces.length > mostPieces) throw new NotCarried(reasons.tooMany)
  const times = pieces.map(whenOf)
  return pieces.filter((piece, at) => !pieces.some((other, nth) => nth > at &&
    (times[nth] === times[at] || times[nth] === always) &&
    piece.weekdays.every(weekday => other.weekdays.includes(weekday))))
}

/** Lays one rule over those before it, in the way its mark says. */
const laidOver = (pieces: readonly Piece[], rule: OsmRule, setFor: HolidaySet): Piece[] => {
  const fresh = piecesOf(rule, setFor)
  if (fresh.length * (pieces.length + 1) > mostMeetings) throw new NotCarried(reasons.tooMany)
  if (rule.state === 'off' && rule.times.length > 0) {
    return [...pieces, ...fresh.flatMap(one => pieces.flatMap(old => meeting(old, one, without(old.slots, one.slots))))]
  }
  if (rule.join === 'replace' || pieces.length === 0) return [...pieces, ...fresh]
  if (rule.state === 'unknown' && rule.join === 'fallback') return [...pieces]
  if (rule.state !== 'open') throw new NotCarried(reasons.notCarried)
  const added = (old: Piece, one: Piece): Slot[] =>
    old.state === 'off' && rule.join === 'fallback' ? [] : together([...old.slots, ...one.slots])
  return [...pieces, ...fresh.flatMap(one =>
    [one, ...pieces.flatMap(old => meeting(old, one, added(old, one)))])]
}

const slotsOf = (kind: string, piece: Piece): Slot[] => {
  if (piece.state === 'off' || (kind === 'staffed') !== (piece.state === 'open')) return []
  const texts = piece.comment ? { text: piece.comment } : {}
  const slots = piece.slots.length > 0 ? piece.slots : [{ from: '00:00', to: '24:00' }]
  return slots.map(slot => ({ ...slot, ...texts }))
}

/** Neighbouring pieces on the same dates become one week; a later one wins a weekday they share. */
const weeks = (pieces: readonly Piece[]): Piece[][] => pieces.reduce<Piece[][]>((groups, piece) => {
  const last = groups.at(-1)
  if (last && whenOf(last[0]!) === whenOf(piece)) last.push(piece)
  else groups.push([piece])
  return groups
}, [])

const planOf = (kind: string, group: readonly Piece[], order: number): HoursPlan => ({
  kind,
  layer: 'regular',
  ...order > 0 && { order },
  ...Object.keys(group[0]!.when).length > 0 && { when: group[0]!.when },
  week: Object.fromEntries(weekdays.flatMap((weekday) => {
    const piece = group.findLast(one => one.weekdays.includes(weekday))
    return piece ? [[weekday, slotsOf(kind, piece)]] : []
  })),
})

/** Rules as plans: each further plan of `regular` has a higher order, so the last rule wins a day. */
export const osmPlans = (rules: readonly OsmRule[], setFor: HolidaySet): Schedule['hours'] => {
  if (rules.length > mostRules) throw new NotCarried(reasons.tooMany)
  const pieces = rules.reduce<Piece[]>((laid, rule) => seen(laidOver(laid, rule, setFor)), [])
  const groups = weeks(pieces)
  const kinds = ['staffed', ...pieces.some(piece => piece.state === 'unknown') ? ['appointment'] : []]
  return kinds.flatMap(kind => groups.map((group, order) => ({
    key: order === 0 ? `${kind}/regular` : `${kind}/regular/${order + 1}`,
    from: group[0]!.from,
    to: group[0]!.to,
    body: planOf(kind, group, order),
  })))
}
