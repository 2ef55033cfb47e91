import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Texts } from '#core/contract.ts'
import { reasons } from './reason.ts'
import { join, refused, Schedule, type Reading } from './schedule.ts'
import { weighed } from './soundness.ts'

/** Our own format keeps everything a schedule says; what is about the installation is not in it. */
export const jsonLeavesOut: readonly Texts[] = [
  { nl: 'Geen geschiedenis, goedkeuringen, jaarrondes of daglijsten; wel hun code.',
    en: 'No history, approvals, yearly rounds or day sets; their codes are kept.',
    fr: 'Ni historique, ni approbations, ni tours annuels, ni listes de jours ; leurs codes restent.' },
]

const name = 'filiaal-schedules'
const version = 1
const Envelope = Type.Object({
  format: Type.Literal(name), version: Type.Literal(version),
  schedules: Type.Array(Type.Unknown(), { maxItems: 100_000 }),
}, { additionalProperties: false })

export const jsonOf = (schedules: readonly Schedule[]): string =>
  `${JSON.stringify({ format: name, version, schedules }, null, 1)}\n`

const rowOf = (given: unknown, at: number): number | string => {
  const row = typeof given === 'object' && given !== null && 'row' in given ? given.row : undefined
  return typeof row === 'string' || typeof row === 'number' ? row : at + 1
}

const valueAt = (given: unknown, path: string): unknown => path.split('/').slice(1).reduce<unknown>((value, part) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined, given)

const readSchedule = (given: unknown, at: number): Reading => {
  if (Value.Check(Schedule, given)) return weighed(given)
  const row = rowOf(given, at)
  const paths = [...new Set(Value.Errors(Schedule, given).map(error => error.instancePath))]
  const deepest = paths.filter(path => !paths.some(other => other !== path && other.startsWith(`${path}/`)))
  const faults = deepest.map((path) => {
    const value = valueAt(given, path)
    const said = typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')
    const field = path.slice(1).replaceAll('/', '.') || 'row'
    return { row, field, value: said.slice(0, 500), reason: reasons.malformed }
  })
  return { schedules: [], faults, doubts: [] }
}

/** Reads what `jsonOf` wrote, here or in another installation. */
export const readJson = (content: string): Reading => {
  let given: unknown
  try { given = JSON.parse(content) } catch { return refused(0, 'file', content.slice(0, 80), reasons.unreadable) }
  if (!Value.Check(Envelope, given)) return refused(0, 'file', content.slice(0, 80), reasons.unreadable)
  return join(given.schedules.map(readSchedule))
}
