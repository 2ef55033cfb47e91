import { defineChange, type Declared } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, Parameter, UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import type { Fault } from '#core/refusal.ts'
import { faultsIn } from '#core/schema.ts'
import { pathOf, unitAt, unitFact } from '#core/unit.ts'
import { overlaps } from '#core/configuration.ts'
import { dayIn, fault, inEach, sinceDay } from '#core/wording.ts'
import { permissions, setParameter } from './contract.ts'
import { shownValue } from './shown-value.ts'

interface Asked { unit: UnitId; parameter: string; from: Day; to: Day | null; value: unknown; locked?: boolean }

/** A unit gives a setting its own value for a while, or takes it back and inherits again. */
export const setting = defineChange(setParameter, {
  needs: (_reading, { unit }) => [{ permission: permissions.set, unit }],
  refusals: (reading, asked, _today, { parameters }) => {
    const parameter = parameters.get(asked.parameter)
    if (!parameter) return [fault('parameters.unknown', '/parameter',
      'Deze instelling bestaat niet.', 'This setting does not exist.', 'Ce paramètre n’existe pas.')]
    return [
      ...periodFaults(asked), ...levelFaults(reading, parameter, asked), ...lockFaults(reading, asked),
      ...(
        asked.value === null ? [] : faultsIn(parameter.schema, asked.value).map(
          one => ({ ...one, pointer: `/value${one.pointer}` })
        )
      ),
    ]
  },
  lays: (_reading, { unit, parameter, from, to, value, locked }) => [{
    fact: parameterFact, unit, key: parameter, from, to, body: value === null ? null : {
      value, ...(locked ? { locked } : {}),
    },
  }],
  sentence: (reading, { unit, parameter, from, to, value, locked }, _today, declared: Declared) => inEach(language => {
    const named = declared.parameters.get(parameter)
    const [title, name] = [named?.title[language] ?? parameter, nameOf(reading, unit, from)]
    const until = to === null ? '' : {
      nl: ' tot en met ', en: ' up to and including ', fr: ' jusqu’au ',
    }[language] + dayIn(language, to)
    const when = `${sinceDay(language, from)}${until}`
    if (value === null) return {
      nl: `${name}: “${title}” volgt ${when} weer wat hoger geldt`,
      en: `${name}: “${title}” again follows what holds above ${when}`,
      fr: `${name} : « ${title} » suit de nouveau le niveau supérieur ${when}`,
    }[language]
    const shown = named ? shownValue(named, value, language) : ''
    const bound = locked ? {
      nl: ', voor alles eronder', en: ', for all below', fr: ', pour tout ce qui suit',
    }[language] : ''
    return language === 'fr' ? `${name} : « ${title} » devient ${shown} ${when}${bound}`
      : `${name}: “${title}” ${language === 'nl' ? 'wordt' : 'becomes'} ${shown} ${when}${bound}`
  }),
})

const nameOf = (reading: Reading, unit: UnitId, day: Day) =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''

const periodFaults = ({ from, to }: Asked): Fault[] =>
  to === null || to >= from ? [] : [fault('parameters.backwards', '/to',
  'De laatste dag ligt voor de eerste.', 'The last day lies before the first.', 'Le dernier jour précède le premier.')]

function levelFaults(reading: Reading, { levels, title }: Parameter, { unit, from }: Asked): Fault[] {
  const type = unitAt(reading, unit, from)?.type
  if (!type) return [fault('parameters.no-unit', '/unit',
    'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
    'Cette unité n’existe pas ce jour-là.')]
  return levels.includes(type) ? [] : [fault('parameters.wrong-level', '/unit',
    `“${title.nl}” stel je niet op dit niveau in.`, `“${title.en}” is not set at this level.`,
    `« ${title.fr} » ne se règle pas à ce niveau.`)]
}

/** A unit above that locked its value on any of these days binds this one. */
function lockFaults(reading: Reading, { unit, parameter, from, to, value }: Asked): Fault[] {
  if (value === null) return []
  const above = pathOf(reading, unit, from).slice(1)
  const binding = above.find(id => reading.of(parameterFact, id)
    .some(said => said.key === parameter && said.body.locked && overlaps(said, { from, to })))
  if (!binding) return []
  const name = nameOf(reading, binding, from)
  return [
    fault(
      'parameters.locked', '/value', `${name} heeft deze waarde vastgezet.`, `${name} has locked this value.`,
      `${name} a verrouillé cette valeur.`
    )
  ]
}
