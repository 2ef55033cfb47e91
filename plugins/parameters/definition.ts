import { hash } from 'node:crypto'
import type { Declared } from '#core/change.ts'
import { languages, type Language, type Parameter, type Texts } from '#core/contract.ts'
import { areas } from './contract/area.ts'
import type { Definition, Definitions } from './contract/answer/definition.ts'
import { permissions } from './contract/permission.ts'
import { shownValue } from './shown-value.ts'

/** A text as it is sent, and by what a reader knows that theirs is still the same. */
export interface Written { readonly text: string; readonly etag: string }

const written = new WeakMap<Declared, Map<Language, Written>>()

/** Everything that can be set, written once per language: it only changes with a new version of the product. */
export function definitionsIn(declared: Declared, language: Language): Written {
  const known = written.get(declared) ?? new Map<Language, Written>()
  written.set(declared, known)
  const found = known.get(language)
  if (found) return found
  const text = JSON.stringify(definitionsOf(declared, language))
  const made = { text, etag: `"${hash('sha256', text, 'base64url').slice(0, 22)}"` }
  known.set(language, made)
  return made
}

export const definitionsOf = ({ parameters }: Declared, language: Language): Definitions => ({
  areas: Object.entries<Texts>(areas).map(([name, title]) => ({ name, title: title[language] })),
  data: [...parameters.values()].map(parameter => definitionOf(parameter, language)),
})

export function definitionOf(parameter: Parameter, language: Language): Definition {
  const { name, title, help, consequence, example, synonyms, levels, dimensions = [], choices, fields, notation } = parameter
  const others = languages.filter(other => other !== language)
  return {
    name, plugin: name.split('.')[0] ?? '', area: parameter.area, title: title[language], help: help[language],
    consequence: consequence[language], example: example[language],
    synonyms: [...new Set(languages.flatMap(each => synonyms[each]))],
    elsewhere: others.flatMap(other => [title[other], help[other]]).join(' '),
    unit: parameter.unit, schema: parameter.schema,
    default: parameter.default, defaultText: shownValue(parameter, parameter.default, language),
    levels: [...levels], dimensions: dimensions.map(one => ({ name: one.name, title: one.title[language] })),
    ...(choices && { choices: wordsIn(choices, language) }),
    ...(fields && { fields: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, {
      title: field.title[language], unit: field.unit, ...(field.choices && { choices: wordsIn(field.choices, language) }),
    }])) }),
    ...(notation && { notation: { parts: notation.parts[language] } }),
    setBy: (parameter.setBy ?? permissions.set).allows[language],
    needsBasis: needOfBasis(parameter), money: asksMoney(parameter), shared: parameter.shared ?? false,
    guards: parameter.guards !== undefined, ...onlyWhenOf(parameter, language),
  }
}

/** It asks money of patrons: an amount, a value with amounts among its parts, or one that rests on a decision. */
export const asksMoney = ({ unit, fields = {}, needsBasis }: Parameter) =>
  unit === 'cents' || Boolean(needsBasis) || Object.values(fields).some(field => field.unit === 'cents')

function needOfBasis({ needsBasis = false }: Parameter): Definition['needsBasis'] {
  if (typeof needsBasis === 'function') return 'sometimes'
  return needsBasis ? 'always' : 'never'
}

function onlyWhenOf({ onlyWhen }: Parameter, language: Language): Pick<Definition, 'onlyWhen'> {
  if (!onlyWhen) return {}
  const { parameter, is } = onlyWhen
  return { onlyWhen: {
    parameter: parameter.name, title: parameter.title[language], is: is.map(value => shownValue(parameter, value, language)),
  } }
}

const wordsIn = (texts: Readonly<Record<string, Texts>>, language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([value, words]) => [value, words[language]]))
