import type { TSchema } from 'typebox'
import { languages, unitTypes, type Fact, type Parameter, type ParameterUnit, type Texts } from './contract.ts'
import { faultsIn } from './schema.ts'

/** What the definitions of all parameters lack, or say that is not so. */
export function parameterFaults(parameters: readonly Parameter[], facts: readonly Fact[]): string[] {
  return parameters.flatMap(parameter => [
    ...textFaults(parameter), ...valueFaults(parameter), ...partFaults(parameter),
    ...relationFaults(parameter, parameters, facts),
  ].map(fault => `${parameter.name} ${fault}`))
}

const isSaid = (texts: Texts | undefined) => languages.every(language => texts?.[language]?.trim())

function textFaults({ area, synonyms, ...parameter }: Parameter): string[] {
  return [
    ...(area ? [] : ['stands in no area']),
    ...(textsOf(parameter).every(isSaid) ? [] : [`lacks a text in one of ${languages.join(', ')}`]),
    ...(languages.every(language => synonyms?.[language]?.length && synonyms[language].every(word => word.trim())) ? []
      : [`has no synonym in one of ${languages.join(', ')}`]),
  ]
}

const textsOf = (
  { title, help, consequence, example, choices = {}, fields = {}, notation, checks = [] }:
    Omit<Parameter, 'area' | 'synonyms'>,
): Texts[] => [
  title, help, consequence, example, ...Object.values(choices),
  ...Object.values(fields).flatMap(field => [field.title, ...Object.values(field.choices ?? {})]),
  ...(notation ? [notation.parts] : []), ...checks.map(({ says }) => says),
]

function valueFaults({ schema, default: value, levels, checks = [] }: Parameter): string[] {
  const fits = faultsIn(schema, value).length === 0
  return [
    ...(fits ? [] : ['has a default that does not fit it']),
    ...(!fits || checks.every(check => check.holds(value, check.with?.default)) ? []
      : ['has a default that its own check refuses']),
    ...(levels.length > 0 && new Set(levels).size === levels.length && levels.every(level => unitTypes.includes(level)) ? []
      : ['is set at no level, or at one twice']),
  ]
}

type Shape = { readonly unit: ParameterUnit; readonly choices?: Readonly<Record<string, Texts>> | undefined }

/** Whoever picks from a few values, or fills in several parts, reads what each is called. */
function partFaults({ schema, unit, choices, fields, notation }: Parameter): string[] {
  if (unit !== 'fields') return choiceFaults(schema, { unit, choices })
  const parts: Readonly<Record<string, TSchema>> = 'properties' in schema ? schema.properties as Record<string, TSchema> : {}
  const named = Object.keys(fields ?? {})
  return [
    ...(fields || notation ? [] : ['has parts without names']),
    ...named.filter(name => !(name in parts)).map(name => `names a part ${name} that it does not have`),
    ...Object.keys(parts).filter(name => !named.includes(name)).map(name => `does not name its part ${name}`),
    ...Object.entries(fields ?? {}).flatMap(([name, field]) => {
      const part = parts[name]
      return part ? choiceFaults(part, field).map(fault => `${fault} (${name})`) : []
    }),
  ]
}

function choiceFaults(schema: TSchema, { unit, choices }: Shape): string[] {
  const values = new Set(enumerated(schema))
  // Nothing may be called something too: "no maximum".
  const told = new Set([...values, ...(faultsIn(schema, null).length ? [] : ['null'])])
  const named = Object.keys(choices ?? {})
  return [
    ...(unit === 'choice' && values.size === 0 ? ['lets choose without saying from what'] : []),
    ...[...values].filter(value => !named.includes(value)).map(value => `does not say what ${value} is called`),
    ...named.filter(value => !told.has(value)).map(value => `names a choice ${value} that is none`),
  ]
}

/** The values there are to choose from, also where several may be chosen or none. */
function enumerated(schema: TSchema): string[] {
  if ('enum' in schema) return (schema.enum as unknown[]).map(String)
  if ('const' in schema) return [String(schema.const)]
  if ('anyOf' in schema) return (schema.anyOf as TSchema[]).flatMap(enumerated)
  return 'items' in schema && !Array.isArray(schema.items) ? enumerated(schema.items as TSchema) : []
}

/** What a definition leans on is declared as well, and could be what it waits for. */
function relationFaults(
  { dimensions = [], checks = [], onlyWhen }: Parameter, parameters: readonly Parameter[], facts: readonly Fact[],
): string[] {
  const others = [...checks.flatMap(check => check.with ?? []), ...(onlyWhen ? [onlyWhen.parameter] : [])]
  return [
    ...others.filter(other => !parameters.includes(other)).map(other => `leans on ${other.name}, which nobody declares`),
    ...dimensions.filter(({ codes }) => !facts.includes(codes))
      .map(({ name, codes }) => `differs by ${name}, whose codes are ${codes.name}, which nobody declares`),
    ...dimensions.filter(({ title }) => !isSaid(title)).map(({ name }) => `differs by ${name}, which lacks a text`),
    ...(onlyWhen && (onlyWhen.is.length === 0
      || onlyWhen.is.some(value => faultsIn(onlyWhen.parameter.schema, value).length))
      ? [`waits for ${onlyWhen.parameter.name} to be what it cannot be`] : []),
  ]
}
