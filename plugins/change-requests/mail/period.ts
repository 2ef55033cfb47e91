import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import { SYSTEM, unitAt } from '#core/unit.ts'
import { dayIn, listed } from '#core/wording.ts'

/** What was put back of a set, and by which: what was wrong, for how long, for whom. */
export interface PutBackTold {
  readonly reason: string | null
  readonly from: string
  readonly to: string
  readonly corrected: boolean
  readonly units: readonly string[]
}

interface SetRow { applied_at: string | null; put_back_by: string | null; reason: string | null; put_back_mode: string | null }

const UNITS_READ = 200

export async function putBackOf(ctx: Context, setId: string): Promise<PutBackTold | undefined> {
  const read = (id: string): Promise<SetRow | undefined> =>
    ctx.db('change_set').where({ id }).first('applied_at', 'put_back_by', 'reason', 'put_back_mode')
  const set = await read(setId)
  const by = set?.put_back_by ? await read(set.put_back_by) : undefined
  if (!set?.applied_at || !by?.applied_at) return undefined
  const touched: string[] = await ctx.db('change_touch').where({ set_id: setId }).limit(UNITS_READ).pluck('unit_id')
  return {
    reason: by.reason, from: set.applied_at, to: by.applied_at, corrected: by.put_back_mode === 'as-if-never',
    units: touched.flatMap(unit => unitAt(ctx.configuration, unit, ctx.today())?.name ?? []).sort(),
  }
}

export const unitsIn = (language: Language, { units }: PutBackTold): string => listed(language, units, 10)

/** `van 3 maart 2026 tot 5 maart 2026 (2 dagen)`. */
export function periodIn(ctx: Context, language: Language, { from, to }: PutBackTold): string {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  const dayOf = (at: Temporal.Instant) => dayIn(language, ctx.installation.today(ctx.configuration, SYSTEM, at))
  const length = lengthIn(language, Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000))
  const [first, last] = [dayOf(start), dayOf(end)]
  if (first === last) return `${first} (${length})`
  return {
    nl: `van ${first} tot ${last} (${length})`, en: `from ${first} to ${last} (${length})`, fr: `du ${first} au ${last} (${length})`,
  }[language]
}

const units = {
  nl: [['minuut', 'minuten'], ['uur', 'uur'], ['dag', 'dagen']],
  en: [['minute', 'minutes'], ['hour', 'hours'], ['day', 'days']],
  fr: [['minute', 'minutes'], ['heure', 'heures'], ['jour', 'jours']],
} as const

function lengthIn(language: Language, minutes: number): string {
  const hours = Math.round(minutes / 60)
  const [n, unit] = minutes < 60 ? [Math.max(1, minutes), 0] as const : hours < 48 ? [hours, 1] as const : [Math.round(hours / 24), 2] as const
  return `${n} ${units[language][unit][n === 1 ? 0 : 1]}`
}
