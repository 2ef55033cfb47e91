import { languages, type Parameter, type Texts } from './contract.ts'
import type { Preset } from './contract/preset.ts'
import { faultsIn } from './schema.ts'

/** What presets lack, or set that is not so: each is tried with the examples of its blanks. */
export function presetFaults(presets: readonly Preset[], parameters: readonly Parameter[]): string[] {
  return presets.flatMap(preset => [...textFaults(preset), ...blankFaults(preset), ...valueFaults(preset, parameters)]
    .map(fault => `${preset.name} ${fault}`))
}

const isSaid = (texts: Texts) => languages.every(language => texts[language]?.trim())

function textFaults({ title, help, blanks }: Preset): string[] {
  const texts = [title, help, ...Object.values(blanks).flatMap(blank => [blank.title, ...Object.values(blank.choices ?? {})])]
  return texts.every(isSaid) ? [] : [`lacks a text in one of ${languages.join(', ')}`]
}

const blankFaults = ({ blanks }: Preset): string[] => Object.entries(blanks).flatMap(([name, { schema, example, default: value }]) =>
  [example, ...(value === undefined ? [] : [value])].some(one => faultsIn(schema, one).length)
    ? [`has a blank ${name} whose own example or default does not fit it`] : [])

function valueFaults(preset: Preset, parameters: readonly Parameter[]): string[] {
  const values = preset.sets(examplesOf(preset))
  return [
    ...(values.length ? [] : ['sets nothing']),
    ...values.flatMap(({ parameter, value }) => {
      if (!parameters.includes(parameter)) return [`sets ${parameter.name}, which nobody declares`]
      return faultsIn(parameter.schema, value(parameter.default)).length ? [`gives ${parameter.name} a value that does not fit it`] : []
    }),
  ]
}

export const examplesOf = ({ blanks }: Preset): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(blanks).map(([name, { example }]) => [name, example]))
