import type { Reading } from '#core/configuration.ts'
import type { UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import type { Unit } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { codeFaults, isilFaults } from './code.ts'

/** Everything wrong with what a unit would say about itself, at once. */
export function detailFaults(reading: Reading, unit: UnitId, said: Unit, pointer: string): Fault[] {
  return [
    ...codeFaults(reading, unit, said.type, said.code, `${pointer}/code`),
    ...levelFaults(said, `${pointer}/level`),
    ...(said.isil === undefined ? [] : isilFaults(reading, unit, said.isil, `${pointer}/isil`)),
    ...(said.timeZone === undefined || isTimeZone(said.timeZone) ? [] : [fault('units.time-zone', `${pointer}/timeZone`,
      'Deze tijdzone bestaat niet. Een voorbeeld: Europe/Brussels.',
      'This time zone does not exist. An example: Europe/Brussels.',
      'Ce fuseau horaire n’existe pas. Un exemple : Europe/Brussels.')]),
    ...(/\S/.test(said.name) ? [] : [fault('units.no-name', `${pointer}/name`,
      'Dit moet ingevuld zijn.', 'This must be filled in.', 'Ce champ est obligatoire.')]),
  ]
}

function levelFaults({ type, level }: Unit, pointer: string): Fault[] {
  if (type === 'group' && level === undefined) return [fault('units.level-missing', pointer,
    'Kies het niveau van de samenwerking: 1, 2, 3a, 3b of 3c.',
    'Choose the level of the cooperation: 1, 2, 3a, 3b or 3c.',
    'Choisissez le niveau de coopération : 1, 2, 3a, 3b ou 3c.')]
  if (type !== 'group' && level !== undefined) return [fault('units.level-of-group', pointer,
    'Alleen een samenwerkingsverband heeft een niveau.', 'Only a cooperation group has a level.',
    'Seul un groupement a un niveau.')]
  return []
}

/** A named zone of the IANA list; a bare offset has no summer time and is refused. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
