import { hash } from 'node:crypto'
import type { CalendarLayer, CalendarSource, Dated } from './contract/arithmetic.ts'
import { weekdays, type HoursPlan } from './contract/hours.ts'

/**
 * Equal for sources whose compiled calendars are equal day by day, so that branches without days of
 * their own share one. It leaves out what does not touch a day's kind: units, times of day, texts,
 * cuts, hours of kinds that do not count as open.
 */
export function contentKey(source: CalendarSource): string {
  const opening = new Set(source.hoursKinds.filter((kind) => kind.countsAsOpen).map((kind) => kind.code))
  const sets = new Set<string>()
  const layers = source.layers.map((layer) => layerContent(layer, opening, sets)).filter((layer) => layer !== null)
  const daySets = source.daySets.filter((set) => sets.has(set.code))
    .map((set) => [set.code, set.periods.map(({ from, to }) => [from, to])])
  return hash('sha256', JSON.stringify([layers, daySets]), 'base64url')
}

function layerContent(layer: CalendarLayer, opening: ReadonlySet<string>, sets: Set<string>): unknown {
  const content = [
    layer.hours.filter(({ body }) => opening.has(body.kind)).map((plan) => planContent(plan, sets)),
    layer.rules.flatMap(({ key, from, to, body }) => ('kind' in body ? [[key, from, to, body.on, body.kind]] : [])),
    layer.exceptions.map(({ key, from, to, body }) =>
      [key, from, to, body.kind, ...(body.provisionalEnd === true ? [body.closing ?? true] : [])]),
    layer.years.map(({ from, to, body }) => [from, to, body.year]),
  ]
  return content.some((part) => part.length > 0) ? [layer.from, layer.to, ...content] : null
}

function planContent({ key, from, to, body }: Dated<HoursPlan>, sets: Set<string>): unknown {
  if (body.when?.in !== undefined) sets.add(body.when.in)
  if (body.when?.notIn !== undefined) sets.add(body.when.notIn)
  const week = weekdays.map((weekday) => {
    const slots = body.week[weekday]
    if (slots === undefined) return '-'
    return slots.length > 0 ? 'o' : 'c'
  })
  return [body.kind, body.layer, body.order ?? 0, key, from, to, week.join(''), body.when ?? null]
}
