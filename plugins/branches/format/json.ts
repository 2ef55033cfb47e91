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
    fr: 'Ni historique, ni approbations, ni campagnes annuelles, ni listes de jours ; leurs codes restent.' },
  { nl: 'Een bibliobus of halte die hier nog niet bestaat, komt binnen als vestiging.',
    en: 'A bookmobile or stop that is not here yet comes in as a branch.',
    fr: 'Un bibliobus ou une halte encore inconnus ici deviennent une implantation.' },
]

const name = 'filiaal-schedules'
const version = 1
const Envelope = Type.Object({
  format: Type.Literal(name), version: Type.Literal(version),
  schedules: Type.Array(Type.Unknown(), { maxItems: 100_000 }),
}, { additionalProperties: false })

export const jsonOf = (schedules: readonly Schedule[]): string =>
  `${JSON.stringify({ format: name, version, schedules }, null, 1)}\n`

const readSchedule = (given: unknown, at: number): Reading => {
  if (typeof given !== 'object' || given === null) return refused(at + 1, 'row', given, reasons.unreadable)
  return weighed({ row: at + 1, ...given } as Schedule)
}

/** Reads what `jsonOf` wrote, here or in another installation. */
export const readJson = (content: string): Reading => {
  let given: unknown
  try { given = JSON.parse(content) } catch { return refused(0, 'file', content.slice(0, 80), reasons.unreadable) }
  if (!Value.Check(Envelope, given)) return refused(0, 'file', content.slice(0, 80), reasons.unreadable)
  return join(given.schedules.map(readSchedule))
}
