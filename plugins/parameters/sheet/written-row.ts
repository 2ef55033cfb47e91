import { holdsOn } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { ANY, type Day, type Language, type Parameter, type Season, type UnitId, type Where } from '#core/contract.ts'
import { parameterKey, readParameterKey, resolve, rowsOf, type ParameterRow, type ParameterSaid } from '#core/parameter.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { parameterCalled } from '../compare/comparison.ts'
import { SHEET_ROWS_AT_MOST, sheetColumns, type SheetColumn, type SheetQuery } from '../contract/answer/sheet.ts'
import { codesSaid } from '../tariff.ts'
import { yesAndNo } from '../shown-value.ts'
import { cellOf } from './cell.ts'
import { writtenSeason } from './day.ts'
import { columnWidths, headingsIn } from './heading.ts'
import type { Page, Written } from './spreadsheet.ts'

type Asked = Omit<SheetQuery, 'format'>

/** What units say themselves from a day on, and if asked also what they inherit, to be changed in a spreadsheet. */
export function sheetOf(ctx: Context, { units, below = false, names, inherited = false, day = ctx.today() }: Asked): Page {
  const { configuration, language } = ctx
  const tree = treeOn(configuration, day)
  if (units.some(unit => !tree.units.has(unit))) throw notFound()
  const chosen = new Set(below ? units.flatMap(unit => unitsBelow(tree, unit)) : units)
  const parameters = names?.map(name => parameterCalled(ctx, name)) ?? [...ctx.installation.registry.parameters.values()]
  const rows: Written[][] = []
  for (const unit of tree.order.filter(id => chosen.has(id))) {
    for (const parameter of parameters) {
      rows.push(...ownRows(ctx, parameter, unit, day), ...(inherited ? inheritedRows(ctx, parameter, unit, day) : []))
    }
    if (rows.length > SHEET_ROWS_AT_MOST) throw tooLong()
  }
  return { name: sheetNames[language], rows: [headingsIn(language), ...rows], widths: columnWidths }
}

const sheetNames = { nl: 'Instellingen', en: 'Settings', fr: 'Paramètres' } as const

interface Said extends Pick<ParameterSaid, 'value'> {
  readonly where: Where; readonly season?: Season; readonly own: boolean
  readonly row?: ParameterRow
}

const ownRows = (ctx: Context, parameter: Parameter, unit: UnitId, day: Day) =>
  rowsOf(ctx.configuration, parameter, unit).filter(({ to }) => to === null || to >= day)
    .map(row => written(ctx, parameter, unit, day, { ...readParameterKey(row.key, parameter), own: true, row, value: row.body.value }))

/** What holds without a word of its own, for every line that it or one above names. */
function inheritedRows(ctx: Context, parameter: Parameter, unit: UnitId, day: Day): Written[][] {
  const { configuration } = ctx
  const type = treeOn(configuration, day).units.get(unit)?.type
  if (!type || !parameter.levels.includes(type)) return []
  const own = new Set(rowsOf(configuration, parameter, unit).filter(row => holdsOn(row, day)).map(({ key }) => key))
  return codesSaid(configuration, parameter, unit, day).filter(where => !own.has(parameterKey(parameter, where)))
    .map(where => written(ctx, parameter, unit, day, {
      where, own: false, value: resolve(configuration, parameter, unit, day, where).value,
    }))
}

function written({ configuration, language }: Context, parameter: Parameter, unit: UnitId, day: Day, said: Said): Written[] {
  const { units } = treeOn(configuration, day)
  const { from = null, to = null, body } = said.row ?? {}
  const basis = body?.basis
  const cells: Readonly<Record<SheetColumn, Written>> = {
    unit: units.get(unit)?.code ?? '', 'unit-name': units.get(unit)?.name ?? '',
    parameter: parameter.name, title: parameter.title[language],
    membership: codeOf(parameter, said.where, 'membership'), material: codeOf(parameter, said.where, 'material'),
    season: said.season ? writtenSeason(said.season) : '', value: cellOf(parameter, said.value, language),
    from: dayOrNothing(from), until: dayOrNothing(to),
    locked: body?.locked ? yesNoIn(true, language) : '', own: yesNoIn(said.own, language),
    'basis-number': basis?.number ?? '', 'basis-date': dayOrNothing(basis?.date ?? null),
    'basis-article': basis?.article ?? '', 'basis-text': basis?.text ?? '',
  }
  return sheetColumns.map(column => cells[column])
}

/** Nothing where the setting does not differ by it. */
const codeOf = ({ dimensions = [] }: Parameter, where: Where, name: string) =>
  dimensions.some(one => one.name === name) ? where[name] ?? ANY : ''
const dayOrNothing = (day: Day | null): Written => day === null ? '' : { day }
const yesNoIn = (yes: boolean, language: Language) => (yes ? yesAndNo.yes : yesAndNo.no)[language]

const tooLong = () => new Refusal(422, 'parameters.sheet-too-long', {
  nl: `Dit zijn meer dan ${SHEET_ROWS_AT_MOST} rijen. Kies minder vestigingen of instellingen.`,
  en: `These are more than ${SHEET_ROWS_AT_MOST} rows. Choose fewer branches or settings.`,
  fr: `Cela fait plus de ${SHEET_ROWS_AT_MOST} lignes. Choisissez moins d’implantations ou de paramètres.`,
})
