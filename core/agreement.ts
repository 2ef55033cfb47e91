import type { Context } from './context.ts'
import type { UnitId } from './contract.ts'
import { actAs, beyondReach } from './change-set.ts'
import { corePermissions } from './contract/permission.ts'
import { notFound, Refusal } from './refusal.ts'
import { unitAt } from './unit.ts'
import type { OpenContext } from './work.ts'

/** What one library says to a change of what its group shares; null: it has not answered. */
export interface Agreement {
  readonly unit: UnitId
  readonly agrees: boolean | null
  readonly by: string | null
  readonly at: string | null
  readonly reason: string | null
}
interface Row { set_id: string; unit_id: string; agrees: boolean | null; staff_name: string | null; at: string | null; reason: string | null }

/**
 * Whether the actor may speak for a library itself: by a right given there. Whoever holds it through the group
 * speaks for the group, whose wish it is already.
 */
export const speaksFor = (ctx: Context, library: UnitId): boolean =>
  ctx.rights.weigh(ctx.configuration, corePermissions.agree, library, ctx.today())?.unit === library

/** Every library that must agree and has not: of a set that is being made, whoever makes it agrees for their own. */
export async function outstanding(ctx: OpenContext, libraries: readonly UnitId[], setId?: string): Promise<UnitId[]> {
  if (!libraries.length) return []
  if (setId === undefined) return libraries.filter(library => !speaksFor(ctx, library))
  const said = await beyondReach(ctx, () => ctx.db('agreement').where({ set_id: setId, agrees: true }).pluck('unit_id'))
  return libraries.filter(library => !said.includes(library))
}

/** Asks the libraries; for their own the author has answered by asking. */
export async function askLibraries(ctx: OpenContext, setId: string, libraries: readonly UnitId[]): Promise<void> {
  if (!libraries.length) return
  await beyondReach(ctx, () => ctx.db('agreement').insert(libraries.map(library => ({
    set_id: setId, unit_id: library, library_ids: libraries,
    ...(speaksFor(ctx, library) ? answerOf(ctx, true) : {}),
  }))))
}

export interface Answer { readonly unit: UnitId; readonly agrees: boolean; readonly reason?: string | undefined }

/** A library's word on a request; it may be changed as long as the request waits. */
export async function answerFor(ctx: OpenContext, setId: string, { unit, agrees, reason }: Answer): Promise<void> {
  if (!speaksFor(ctx, unit)) throw notFound()
  const set = await ctx.db('change_set').where({ id: setId }).forUpdate().first('state')
  const asked = await ctx.db('agreement').where({ set_id: setId, unit_id: unit }).first('unit_id')
  if (!set || !asked) throw notFound()
  if (set.state !== 'requested') throw notWaiting()
  await actAs(ctx, setId)
  await ctx.db('agreement').where({ set_id: setId, unit_id: unit }).update(answerOf(ctx, agrees, reason))
}

const answerOf = ({ actor, now }: Context, agrees: boolean, reason?: string) =>
  ({ agrees, staff_id: actor.id, staff_name: actor.name, reason: reason?.trim() || null, at: now.toString() })

/** What the libraries have said to these sets, within reach. */
export async function agreementsOn(ctx: Context, setIds: readonly string[]): Promise<Map<string, Agreement[]>> {
  const rows: Row[] = await ctx.db('agreement').whereIn('set_id', setIds).orderBy('unit_id')
    .select('set_id', 'unit_id', 'agrees', 'staff_name', 'at', 'reason')
  return new Map(
    [...Map.groupBy(rows, ({ set_id: id }) => id)].map(([id, said]) => [id, said.map(row =>
      ({ unit: row.unit_id, agrees: row.agrees, by: row.staff_name, at: row.at, reason: row.reason }))]))
}

/** Who has not agreed yet is named, so that somebody can ask them. */
export function lacksAgreement(ctx: Context, libraries: readonly UnitId[], status: 403 | 409): Refusal {
  const names = libraries.map(id => unitAt(ctx.configuration, id, ctx.today())?.name ?? '').join(', ')
  return new Refusal(status, 'core.agreement-needed', status === 403 ? {
    nl: `Dit bindt bibliotheken die daar zelf ja op zeggen. Verstuur het als aanvraag; eerst stemmen in: ${names}.`,
    en: `This binds libraries that say yes to it themselves. Send it as a request; first these agree: ${names}.`,
    fr: `Ceci engage des bibliothèques qui l’acceptent elles-mêmes. Envoyez-le comme demande ; accord préalable de : ${names}.`,
  } : {
    nl: `Nog niet alle bibliotheken stemden in: ${names}.`,
    en: `Not all libraries have agreed yet: ${names}.`,
    fr: `Toutes les bibliothèques n’ont pas encore donné leur accord : ${names}.`,
  })
}

const notWaiting = () => new Refusal(409, 'core.already-decided', {
  nl: 'Deze wijziging wacht niet meer.',
  en: 'This change is no longer waiting.',
  fr: 'Cette modification n’est plus en attente.',
})
