import type { Language, Parameter } from '#core/contract.ts'
import type { ParameterRow } from '#core/parameter.ts'
import { shownValue } from './shown-value.ts'

type Texts = Partial<Record<Language, string>>
const known = new WeakMap<object, Texts>()

/**
 * What a row says, or without one what the definition does, in words. A row never changes, so its words are
 * written once and go with it.
 */
export function textOf(parameter: Parameter, row: ParameterRow | undefined, language: Language): string {
  const said = row ?? parameter
  let texts = known.get(said)
  if (!texts) known.set(said, texts = {})
  return texts[language] ??= shownValue(parameter, row ? row.body.value : parameter.default, language)
}
