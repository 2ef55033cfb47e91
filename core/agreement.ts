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

/**
 * Asks the libraries that have not been asked yet; for their own the author has answered by asking. Whoever reads the
 * set reads what each said.
 */
export async function askLibraries(
  ctx: OpenContext, setId: string, libraries: readonly UnitId[], speaks = (library: UnitId) => speaksFor(ctx, library),
): Promise<void> {
  if (!libraries.length) return
  await beyondReach(ctx, async () => {
    const readers = await readersOf(ctx, setId, libraries)
    await ctx.db('agreement').insert(libraries.map(library => ({
      set_id: setId, unit_id: library, library_ids: readers, ...(speaks(library) ? answerOf(ctx, true) : {}),
    }))).onConflict(['set_id', 'unit_id']).ignore()
  })
}

async function readersOf(ctx: OpenContext, setId: string, libraries: readonly UnitId[]): Promise<UnitId[]> {
  const set: { library_ids: UnitId[]; joined_ids: UnitId[] } | undefined =
    await ctx.db('change_set').where({ id: setId }).first('library_ids', 'joined_ids')
  return [...new Set([...set?.library_ids ?? [], ...set?.joined_ids ?? [], ...libraries])]
}

export interface Answer { readonly unit: UnitId; readonly agrees: boolean; readonly reason?: string | undefined }

/** A library's word on a request that asks it; it may be changed as long as the request waits. */
export async function answerFor(ctx: OpenContext, setId: string, { unit, agrees, reason }: Answer): Promise<void> {
  if (!speaksFor(ctx, unit)) throw notFound()
  await actAs(ctx, setId)
  await ctx.db('agreement').insert({
    set_id: setId, unit_id: unit, library_ids: await readersOf(ctx, setId, [unit]), ...answerOf(ctx, agrees, reason),
  }).onConflict(['set_id', 'unit_id']).merge(['agrees', 'staff_id', 'staff_name', 'reason', 'at'])
}

const answerOf = ({ actor, now }: Context, agrees: boolean, reason?: string) =>
  ({ agrees, staff_id: actor.id, staff_name: actor.name, reason: reason?.trim() || null, at: now.toString() })

/** Whoever said yes to a set says so to the one in its place that asks the same, only later. */
export const keepAnswers = (ctx: OpenContext, before: string, setId: string) => beyondReach(ctx, () => ctx.db.raw(`
  update agreement a set agrees = said.agrees, staff_id = said.staff_id, staff_name = said.staff_name, reason = said.reason, at = said.at
  from agreement said where said.set_id = ? and a.set_id = ? and said.unit_id = a.unit_id and said.agrees`, [before, setId]))

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
