import { Type } from 'typebox'
import { overlaps, type Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { Routes } from '#core/plugin.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { needsHours } from '#plugins/units/index.ts'
import { authorsOf, originOf } from '../authors.ts'
import { calendarSource, daySetsOf, hoursKindsOf } from '../calendar-source.ts'
import { explainDays } from '../calendar.ts'
import { closuresAt } from '../change/closure.ts'
import { nameOf } from '../change/unit-words.ts'
import type { DayException } from '../contract/calendar.ts'
import { UnitCalendar, UnitHours, UnitYear, type ExplainedDay } from '../contract/answers.ts'
import type { CalendarLayer, Dated } from '../contract/arithmetic.ts'
import { whyWords } from '../day-words.ts'
import { numberOf } from '../day-number.ts'
import { weekOf } from '../format/website.ts'
import { gaps } from '../hours.ts'
import { ruleIn } from '../yearly-day-words.ts'
import { yearOf } from '../year-proposal.ts'

const strict = { additionalProperties: false } as const
const OneUnit = Type.Object({ id: UnitId }, strict)
/** Configuration is read across libraries, because comparing is a feature. */
const allow = { permission: corePermissions.see }
const MOST_DAYS = 800

/** Hours, calendar and year of one unit, each explained. */
export const unitTimeRoutes: Routes = async api => {
  api.get(
    '/units/:id/hours',
    {
      config: { allow },
      schema: {
        summary: 'The weeks of a unit: in force, planned and gone by',
        tags: ['branches'],
        params: OneUnit,
        querystring: Type.Object({ on: Type.Optional(Day) }, strict),
        response: { 200: UnitHours },
      },
    },
    request =>
      hoursOf(request.ctx, request.params.id, request.query.on ?? request.ctx.today(request.params.id)),
  )

  api.get(
    '/units/:id/calendar',
    {
      config: { allow },
      schema: {
        summary: 'The days of a unit: open or closed, and why',
        tags: ['branches'],
        params: OneUnit,
        response: { 200: UnitCalendar },
        querystring: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, strict),
      },
    },
    request => {
      const {
        ctx,
        params: { id },
      } = request
      const from = request.query.from ?? `${ctx.today(id).slice(0, 4)}-01-01`
      const to = request.query.to ?? `${from.slice(0, 4)}-12-31`
      if (numberOf(to) < numberOf(from) || numberOf(to) - numberOf(from) >= MOST_DAYS) throw tooLong()
      return calendarOf(ctx, id, from, to)
    },
  )

  api.get(
    '/units/:id/year/:year',
    {
      config: { allow },
      schema: {
        summary: 'A year of a unit with its holidays and rules',
        tags: ['branches'],
        response: { 200: UnitYear },
        params: Type.Object({ id: UnitId, year: Type.Integer({ minimum: 2000, maximum: 2099 }) }, strict),
      },
    },
    request => yearOf(request.ctx, request.params.id, request.params.year),
  )
}

/** Rows of a layer are the configuration's own. */
const rowsOf = <T>(rows: readonly Dated<T>[]) => rows as readonly Segment<T>[]

/** What a layer says as long as it is on the unit's path. */
const spoken = <T>(layers: readonly CalendarLayer[], pick: (layer: CalendarLayer) => readonly Dated<T>[]) =>
  layers.flatMap(layer => rowsOf(pick(layer)).filter(said => overlaps(said, layer)))

/** What is arranged for a longer closing besides its days, in the reader's language. */
function arrangedAt({ configuration, installation, language }: Context, { unit, body: { closing } }: Segment<DayException>) {
  const pieces = closing === undefined ? [] : closuresAt(configuration, unit, closing)
  const [row] = pieces
  if (!row) return {}
  const [first, last] = [pieces.map(({ from }) => from ?? '').sort()[0], pieces.map(({ to }) => to ?? '9999-12-31').sort().at(-1)]
  return {
    ...(pieces.length > 1 && first ? { whole: { from: first, to: last === '9999-12-31' ? null : last ?? null } } : {}),
    arranged: Object.keys(row.body.parts).flatMap(name => {
      const title = installation.registry.closureParts.get(name)?.title[language]
      return title === undefined ? [] : [{ name, title, again: row.body.reopens?.[name] ?? null }]
    }),
  }
}

async function hoursOf(ctx: Context, unit: UnitId, on: Day): Promise<UnitHours> {
  const { configuration } = ctx
  const source = calendarSource(configuration, unit)
  const rows = spoken(source.layers, layer => layer.hours)
  const authors = await authorsOf(ctx, rows)
  const shown = (said: (typeof rows)[number]) => ({
    segment: originOf(said, authors),
    plan: said.body,
    own: said.unit === unit,
    unitName: nameOf(configuration, said.unit, on),
  })
  const past = rows.filter(({ to }) => to !== null && to < on)
  const planned = rows.filter(({ from }) => from !== null && from > on)
  const place = unitAt(configuration, unit, on)
  if (!place && configuration.of(unitFact, unit).length === 0) throw notFound()
  const needed = place !== undefined && needsHours(place)
  const week = weekOf(on)
  return {
    unit,
    version: configuration.version,
    needsHours: needed,
    plans: rows.filter(said => !past.includes(said) && !planned.includes(said)).map(shown),
    past: past.map(shown).sort((a, b) => (b.segment.to ?? '').localeCompare(a.segment.to ?? '')),
    planned: planned.map(shown).sort((a, b) => (a.segment.from ?? '').localeCompare(b.segment.from ?? '')),
    week: explained(ctx, unit, week.from, week.to),
    kinds: [...hoursKindsOf(configuration)],
    daySets: [...daySetsOf(configuration)],
    gaps: needed ? gaps(source, on, plusDays(on, 365)) : [],
  }
}

const explained = ({ configuration, language }: Context, unit: UnitId, from: Day, to: Day) =>
  explainDays(calendarSource(configuration, unit), from, to).map(
    day => ({ ...day, whyText: whyWords(configuration, day, language) }) as unknown as ExplainedDay,
  )

async function calendarOf(ctx: Context, unit: UnitId, from: Day, to: Day): Promise<UnitCalendar> {
  const { configuration, language } = ctx
  if (configuration.of(unitFact, unit).length === 0) throw notFound()
  const { layers } = calendarSource(configuration, unit)
  const within = <T>(rows: readonly Segment<T>[]) => rows.filter(said => overlaps(said, { from, to }))
  const rules = within(spoken(layers, layer => layer.rules))
  const exceptions = within(spoken(layers, layer => layer.exceptions))
  const cuts = within(spoken(layers, layer => layer.cuts))
  const authors = await authorsOf(ctx, [...rules, ...exceptions, ...cuts])
  const shown = <T>(said: Segment<T>) => ({
    ...originOf(said, authors),
    own: said.unit === unit,
    unitName: nameOf(configuration, said.unit, from),
    body: said.body,
  })
  return {
    unit,
    version: configuration.version,
    days: explained(ctx, unit, from, to),
    rules: rules.map(rule => ({ ...shown(rule), text: ruleIn(language, rule.body) })),
    exceptions: exceptions.map(said => ({ ...shown(said), ...arrangedAt(ctx, said) })),
    cuts: cuts.map(shown),
    unitNames: Object.fromEntries(layers.map(layer => [layer.unit, nameOf(configuration, layer.unit, from)])),
  }
}

const tooLong = () =>
  new Refusal(400, 'branches.period', {
    nl: `Kies een periode van ten hoogste ${MOST_DAYS} dagen.`,
    en: `Choose a period of at most ${MOST_DAYS} days.`,
    fr: `Choisissez une période d’au plus ${MOST_DAYS} jours.`,
  })
