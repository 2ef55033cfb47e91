import { defineChange } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Language, Parameter } from '#core/contract.ts'
import { parameterFact, parameterKey, type ParameterSaid } from '#core/parameter.ts'
import { dayIn, fault, inEach, sinceDay } from '#core/wording.ts'
import { nameOf, type Asked } from './asked.ts'
import { leavesTheLaw } from './collection-weight.ts'
import { setParameter } from './contract/change.ts'
import { permissions } from './contract/permission.ts'
import { faultsOfSetting } from './setting-fault.ts'
import { shownValue } from './shown-value.ts'
import { whereWords } from './where-words.ts'

/** A unit gives a setting its own value for a while, or takes it back and inherits again. */
export const setting = defineChange(setParameter, {
  needs: (_reading, { unit, parameter, from }, today, { parameters }) => [
    { permission: parameters.get(parameter)?.setBy ?? permissions.set, unit },
    ...(from < today ? [{ permission: corePermissions.correctPast, unit }] : []),
  ],
  refusals: (reading, asked, _today, declared) => {
    const parameter = declared.parameters.get(asked.parameter)
    return parameter ? faultsOfSetting(reading, parameter, asked, declared)
      : [fault('parameters.unknown', '/parameter',
        'Deze instelling bestaat niet.', 'This setting does not exist.', 'Ce paramètre n’existe pas.')]
  },
  asksReason: (_reading, { parameter, value, from }, today) => from < today || leavesTheLaw(parameter, value),
  lays: (_reading, { unit, parameter: name, where, season, from, to, value, locked, basis }, _today, { parameters }) => {
    const parameter = parameters.get(name)
    if (!parameter) return []
    const body: ParameterSaid = { value, ...(locked ? { locked } : {}), ...(basis ? { basis } : {}) }
    return [{
      fact: parameterFact, unit, key: parameterKey(parameter, where, season), from, to, body: value === null ? null : body,
    }]
  },
  sentence: (reading, asked, _today, declared) => inEach(language => {
    const { unit, parameter, value, locked } = asked
    const named = declared.parameters.get(parameter)
    const title = titleOf(reading, named, asked, language)
    const name = nameOf(reading, unit, asked.from)
    const when = periodWords(asked, language)
    if (value === null) return {
      nl: `${name}: “${title}” volgt ${when} weer wat hoger geldt`,
      en: `${name}: “${title}” again follows what holds above ${when}`,
      fr: `${name} : « ${title} » suit à nouveau le niveau supérieur ${when}`,
    }[language]
    const shown = named ? shownValue(named, value, language) : ''
    const bound = locked ? {
      nl: ', voor alles eronder', en: ', for all below', fr: ', pour tous les niveaux inférieurs',
    }[language] : ''
    return language === 'fr' ? `${name} : « ${title} » devient ${shown} ${when}${bound}`
      : `${name}: “${title}” ${language === 'nl' ? 'wordt' : 'becomes'} ${shown} ${when}${bound}`
  }),
})

/** What a value is called, with the codes and the part of the year it is for. */
export function titleOf(
  reading: Reading, parameter: Parameter | undefined, { unit, where, season, from, parameter: name }: Asked,
  language: Language,
) {
  if (!parameter) return name
  const codes = whereWords(reading, parameter, unit, from, { where, season }, language)
  return codes ? `${parameter.title[language]} (${codes})` : parameter.title[language]
}

function periodWords({ from, to }: Asked, language: Language) {
  const until = to === null ? '' : {
    nl: ' tot en met ', en: ' up to and including ', fr: ' jusqu’au ',
  }[language] + dayIn(language, to)
  return `${sinceDay(language, from)}${until}`
}
