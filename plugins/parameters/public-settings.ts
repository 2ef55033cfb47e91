import type { Context } from '#core/context.ts'
import type { Day, Language, Parameter, UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { nearest, SYSTEM, treeOn, unitAt } from '#core/unit.ts'
import { areas, type Area } from './contract/area.ts'
import type { PublicSettings } from './contract/answer/tariff.ts'
import { publicPage } from './contract/parameter.ts'
import { shownValue, spelledOut } from './shown-value.ts'
import { linesOf } from './tariff.ts'
import { textOf } from './value-text.ts'

/** How people sign in, and how the console looks to staff, is nobody else's. */
const staffOnly: ReadonlySet<Area> = new Set(['sign-in', 'console'])

/** What everybody may read: what there is to set, and how a library that shows it has set it. */
export function publicSettings(ctx: Context, unit: UnitId | undefined, day: Day): PublicSettings {
  const { configuration, installation, language } = ctx
  const libraries = showing(ctx, day)
  const system = ctx.parameter(publicPage, SYSTEM, day)
  if (!system && !libraries.length || unit !== undefined && !libraries.includes(unit)) throw notFound()
  const shown = [...installation.registry.parameters.values()].filter(({ area, guards }) => !guards && !staffOnly.has(area as Area))
  const nameOf = (id: UnitId | undefined) => id === undefined ? null : unitAt(configuration, id, day)?.name ?? null
  return {
    region: nameOf(SYSTEM) ?? '', day, unit: unit ?? null, unitName: nameOf(unit),
    libraries: libraries.map(id => ({
      unit: id, name: nameOf(id) ?? '', group: nameOf(nearest(configuration, id, day, 'group')),
    })),
    areas: Object.entries(areas).flatMap(([name, title]) => {
      const settings = shown.filter(({ area }) => area === name).map(parameter => settingOf(ctx, parameter, unit, day))
      return settings.length ? [{ name, title: title[language], settings }] : []
    }),
  }
}

/** The libraries that show their settings on a day. */
function showing(ctx: Context, day: Day): UnitId[] {
  const { order, units } = treeOn(ctx.configuration, day)
  return order.filter(id => units.get(id)?.type === 'library' && ctx.parameter(publicPage, id, day))
}

type Setting = PublicSettings['areas'][number]['settings'][number]

function settingOf(ctx: Context, parameter: Parameter, unit: UnitId | undefined, day: Day): Setting {
  const { language } = ctx
  const { name, title, help, consequence } = parameter
  return {
    name, title: title[language], help: help[language], consequence: consequence[language],
    defaultText: shownValue(parameter, parameter.default, language),
    ...(unit === undefined ? { valueText: null, from: null, lines: [] } : heldAt(ctx, parameter, unit, day, language)),
  }
}

function heldAt(
  ctx: Context, parameter: Parameter, unit: UnitId, day: Day, language: Language,
): Pick<Setting, 'valueText' | 'spelled' | 'from' | 'lines'> {
  const { value, row } = resolve(ctx.configuration, parameter, unit, day)
  const lines = parameter.dimensions ? linesOf(ctx, parameter, unit, day).filter(({ whereText }) => whereText !== '') : []
  return {
    valueText: textOf(parameter, row, language), ...spelledOut(parameter, value, language),
    from: row ? unitAt(ctx.configuration, row.unit, day)?.name ?? null : null,
    lines: lines.map(({ whereText, valueText, spelled }) => ({ whereText, valueText, ...(spelled ? { spelled } : {}) })),
  }
}
