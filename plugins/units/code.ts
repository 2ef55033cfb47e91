import { Configuration, holdsOn, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { Draft } from '#core/draft.ts'
import type { Fault } from '#core/refusal.ts'
import { successorOf, unitFact, type Unit } from '#core/unit.ts'
import { fault } from '#core/wording.ts'

type Field = 'code' | 'isil'
type Bearers = ReadonlyMap<string, readonly UnitId[]>

const known = new WeakMap<Configuration, Map<Field, Bearers>>()

/** Who bears or bore each code, kept per configuration; the bearer of the latest day comes last. */
function bearersIn(configuration: Configuration, field: Field): Bearers {
  const kept = known.get(configuration) ?? new Map<Field, Bearers>()
  known.set(configuration, kept)
  const bearers = kept.get(field) ?? index(configuration, field)
  kept.set(field, bearers)
  return bearers
}

function index(configuration: Configuration, field: Field): Bearers {
  const bearers = new Map<string, UnitId[]>()
  for (const rows of configuration.all(unitFact)) {
    for (const { unit, body } of rows) {
      const code = body[field]
      if (code === undefined) continue
      const units = bearers.get(code) ?? []
      if (!units.includes(unit)) units.push(unit)
      bearers.set(code, units)
    }
  }
  return bearers
}

/** Another unit that bears this code on any day, past or planned: a code is never given out twice. */
export function bearerOf(reading: Reading, field: Field, code: string, besides: UnitId): UnitId | undefined {
  const base = reading instanceof Draft ? reading.base : reading
  const bearers = base instanceof Configuration ? bearersIn(base, field).get(code) ?? [] : []
  const found = bearers.find(
    unit => unit !== besides && reading.of(unitFact, unit).some(({ body }) => body[field] === code)
  )
  if (found || !(reading instanceof Draft)) return found
  return laidIn(reading, field).get(code)?.find(
    unit => unit !== besides && reading.of(unitFact, unit).some(({ body }) => body[field] === code)
  )
}

interface Laid {
  readonly bearers: Map<string, UnitId[]>
  read: number
}
const laid = new WeakMap<Draft, Map<Field, Laid>>()

/** Who was given which code in a draft, read on from where it had come; a later hand may have taken it away again. */
function laidIn(draft: Draft, field: Field): ReadonlyMap<string, readonly UnitId[]> {
  const fields = laid.get(draft) ?? new Map<Field, Laid>()
  laid.set(draft, fields)
  const known = fields.get(field) ?? { bearers: new Map(), read: 0 }
  fields.set(field, known)
  const hands = draft.handsOn(unitFact)
  for (const unit of hands.slice(known.read)) {
    for (const { body } of draft.of(unitFact, unit)) {
      const code = body[field]
      if (code === undefined) continue
      const units = known.bearers.get(code)
      if (!units) known.bearers.set(code, [unit])
      else if (!units.includes(unit)) units.push(unit)
    }
  }
  known.read = hands.length
  return known.bearers
}

/**
 * The unit that a code stands for: its bearer or, where that was merged, the unit that goes on for it.
 * Old codes and addresses keep working; a closed unit without a successor is still found.
 */
export function unitByCode(configuration: Configuration, code: string, day: Day): UnitId | undefined {
  const bearers = bearersIn(configuration, 'code').get(code) ?? []
  const bears = (id: UnitId) => configuration.of(unitFact, id).some(
    said => holdsOn(said, day) && said.body.code === code
  )
  const found = bearers.find(bears) ?? bearers.at(-1)
  return found && successorOf(configuration, found, day)
}

const forms: Readonly<Record<Unit['type'], RegExp>> = {
  system: /^0000$/, group: /^(?!I\d{3}$)[A-Z][A-Z0-9-]{0,19}$/, library: /^I\d{3}$/,
  branch: /^\d{4}$/, bookmobile: /^\d{4}$/, stop: /^\d{4}$/,
}
const HIGHEST = 9994

/** Refuses a code of the wrong form, or one that another unit bears. Source: domain/1 §1.1. */
export function codeFaults(reading: Reading, unit: UnitId, type: Unit['type'], code: string, pointer: string): Fault[] {
  if (!hasForm(type, code)) return [formFault(type, pointer)]
  const other = bearerOf(reading, 'code', code, unit)
  return other === undefined ? [] : [
    takenFault('units.code-taken', pointer, code, reading.of(unitFact, other).at(-1)?.body.name ?? '')
  ]
}

export function isilFaults(reading: Reading, unit: UnitId, isil: string, pointer: string): Fault[] {
  const other = bearerOf(reading, 'isil', isil, unit)
  return other === undefined ? [] : [
    takenFault('units.isil-taken', pointer, isil, reading.of(unitFact, other).at(-1)?.body.name ?? '')
  ]
}

const hasForm = (type: Unit['type'], code: string) => forms[type].test(code)
  && (!/^\d{4}$/.test(code) || (Number(code) >= 1 && Number(code) <= HIGHEST))

export const takenFault = (code: string, pointer: string, text: string, name: string) => fault(code, pointer,
  `${text} is al van ${name}; een code wordt nooit opnieuw gebruikt.`,
  `${text} belongs to ${name}; a code is never used again.`,
  `${text} appartient à ${name} ; un code n’est jamais réutilisé.`)

function formFault(type: Unit['type'], pointer: string): Fault {
  if (type === 'library') return fault('units.code-form', pointer,
    'De code van een bibliotheek is I en drie cijfers, zoals I200.',
    'The code of a library is I and three digits, such as I200.',
    'Le code d’une bibliothèque est I et trois chiffres, comme I200.')
  if (type === 'group') return fault('units.code-form', pointer,
    'De code van een samenwerkingsverband begint met een hoofdletter en telt hoofdletters en cijfers, zoals G01.',
    'The code of a cooperation group starts with a capital and has capitals and digits, such as G01.',
    'Le code d’un groupement commence par une majuscule et compte des majuscules et des chiffres, comme G01.')
  return fault('units.code-form', pointer, `De code is vier cijfers, van 0001 tot ${HIGHEST}.`,
    `The code is four digits, from 0001 to ${HIGHEST}.`, `Le code compte quatre chiffres, de 0001 à ${HIGHEST}.`)
}
