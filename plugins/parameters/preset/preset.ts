import type { Context } from '#core/context.ts'
import { unitTypes, type Blank, type Language, type Parameter, type Preset } from '#core/contract.ts'
import { examplesOf } from '#core/preset-fault.ts'
import { notFound, refused, type Fault } from '#core/refusal.ts'
import { faultsIn } from '#core/schema.ts'
import { unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { PresetBlank, PresetFilled, Presets, Preset as Told } from '../contract/answer/preset.ts'
import type { Proposed } from '../contract/answer/proposed.ts'
import { asksMoney } from '../definition.ts'
import { isDay } from '../every-year.ts'
import { proposeLines } from '../line.ts'
import { isListed } from '../list.ts'
import { beginProposal, proposedBy } from '../proposal.ts'

/** The changes that libraries often make, in the reader's language. */
export const presetsFor = ({ installation: { registry }, language }: Context): Presets =>
  ({ data: [...registry.presets.values()].map(preset => toldIn(language, preset)) })

function toldIn(language: Language, preset: Preset): Told {
  const parameters = [...new Set(preset.sets(examplesOf(preset)).map(({ parameter }) => parameter))]
  return {
    name: preset.name, plugin: preset.name.split('.')[0] ?? '', area: preset.area,
    title: preset.title[language], help: preset.help[language],
    blanks: Object.entries(preset.blanks).map(([name, blank]) => blankIn(language, name, blank)),
    sets: parameters.map(({ name, title }) => ({ parameter: name, title: title[language] })),
    levels: unitTypes.filter(type => parameters.every(({ levels }) => levels.includes(type))),
    money: parameters.some(asksMoney),
  }
}

const blankIn = (language: Language, name: string, blank: Blank): PresetBlank => ({
  name, title: blank.title[language], schema: blank.schema, unit: blank.unit,
  ...(blank.default === undefined ? {} : { default: blank.default }),
  ...(blank.choices ? { choices: Object.fromEntries(Object.entries(blank.choices).map(([key, texts]) => [key, texts[language]])) } : {}),
  ...(blank.codes ? { codes: blank.codes.name } : {}), ...(blank.everyYear ? { everyYear: true } : {}),
})

/** What a preset sets once its blanks are filled, at each of the units; what is bound above is told. */
export async function fillPreset(ctx: Context, name: string, { units, from, blanks, basis }: PresetFilled): Promise<Proposed> {
  const { configuration, installation } = ctx
  const preset = installation.registry.presets.get(name)
  if (!preset || units.some(unit => !unitAt(configuration, unit, from))) throw notFound()
  const filled = { ...defaultsOf(preset), ...blanks }
  const faults = faultsOfBlanks(ctx, preset, filled)
  if (faults.length) throw refused(faults)
  const proposal = beginProposal(ctx)
  for (const unit of units) {
    for (const { parameter, where, season, value } of preset.sets(filled)) {
      await proposeLines(ctx, proposal, parameter as Parameter, { unit, from, basis, where, season, value: now => value(now as never) })
    }
  }
  return proposedBy(ctx, proposal)
}

const defaultsOf = ({ blanks }: Preset) => Object.fromEntries(Object.entries(blanks).flatMap(([name, { default: value }]) =>
  value === undefined ? [] : [[name, value]]))

function faultsOfBlanks({ configuration }: Context, { blanks }: Preset, filled: Readonly<Record<string, unknown>>): Fault[] {
  const unknown = Object.keys(filled).filter(name => !Object.hasOwn(blanks, name)).map(name => fault(
    'parameters.no-blank', `/blanks/${name}`, 'Dit valt hier niet in te vullen.', 'This is nothing to fill in here.',
    'Ceci ne doit pas être rempli ici.'))
  return [...unknown, ...Object.entries(blanks).flatMap(([name, { schema, codes, everyYear }]) => {
    const [at, value] = [`/blanks/${name}`, filled[name]]
    if (value === undefined) return [fault('parameters.blank', at, 'Vul dit in.', 'Fill this in.', 'Remplissez ceci.')]
    const faults = faultsIn(schema, value).map(one => ({ ...one, pointer: `${at}${one.pointer}` }))
    if (faults.length) return faults
    if (everyYear && typeof value === 'string' && !isDay(`2025-${value}`)) return [fault('parameters.no-such-day', at,
      'Deze dag bestaat niet elk jaar.', 'This day does not exist every year.', 'Ce jour n’existe pas chaque année.')]
    return codes ? (value as readonly string[]).flatMap((code, n) => isListed(configuration, codes.codes, code) ? [] : [
      fault('parameters.no-code', `${at}/${n}`, `Er is geen ${codes.title.nl} ${code}.`, `There is no ${codes.title.en} ${code}.`,
        `Il n’y a pas de ${codes.title.fr} ${code}.`)]) : []
  })]
}
