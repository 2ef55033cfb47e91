import { createHash, randomBytes } from 'node:crypto'
import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { notAllowed, notFound, Refusal, refused } from '#core/refusal.ts'
import { homeLibrary, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import type { Desk, DeskWish } from '../contract/desk.ts'
import { signInPermissions } from '../contract/permission.ts'
import { nameAt, refuseMissing, thereFaults } from '../there.ts'

export interface DeskRow {
  readonly id: string; readonly unit_id: UnitId; readonly name: string; readonly made_by: string; readonly made_at: string
  readonly ended_at: string | null; readonly switched_at?: string | null
}

/** Makes the PC at which the caller sits a desk of a unit: only its digest is kept of what the PC then shows. */
export async function makeDesk(ctx: OpenContext, { id, name, unit }: DeskWish): Promise<string> {
  const faults = thereFaults(ctx.configuration, unit, ctx.today())
  if (faults.length) throw refused(faults)
  const libraryId = homeLibrary(ctx.configuration, unit, ctx.today()) ?? null
  if (libraryId === null && !ctx.reach.all) throw notAllowed(signInPermissions.desks.allows)
  const known: DeskRow | undefined = await beyondReach(ctx, () => ctx.db('desk').where({ id }).first())
  if (known && (known.made_by !== ctx.actor.id || known.unit_id !== unit || known.name !== name.trim() || known.ended_at)) throw idUsed()
  if (!known) await ctx.db('desk').insert({
    id, library_id: libraryId, unit_id: unit, name: name.trim(), made_by: ctx.actor.id, made_at: ctx.now.toString(),
  })
  const key = randomBytes(32).toString('base64url')
  await ctx.db('desk_key').insert({ desk_id: id, digest: digestOf(key) }).onConflict('desk_id').merge(['digest'])
  return key
}

/** The desk that a PC is, by what it shows; one that has ended, or whose unit has, is none. */
export async function deskOf(ctx: OpenContext, key: string | undefined): Promise<DeskRow> {
  const desk = await findDesk(ctx, key)
  if (!desk) throw notFound()
  return desk
}

export async function findDesk(ctx: OpenContext, key: string | undefined): Promise<DeskRow | null> {
  const row: DeskRow | undefined = key && key.length <= 100 ? await ctx.db('desk').join('desk_key', 'desk_id', 'desk.id')
    .where({ digest: digestOf(key) }).whereNull('ended_at').first('desk.*') : undefined
  return row && unitAt(ctx.configuration, row.unit_id, ctx.today()) ? row : null
}

/** A PC is no desk any more: who works at it by badge or PIN is signed out with it. */
export async function endDesk(ctx: OpenContext, id: string): Promise<void> {
  const row: DeskRow | undefined = await ctx.db('desk').where({ id }).first()
  if (!row) throw notFound()
  refuseMissing(ctx, [{ permission: signInPermissions.desks, unit: row.unit_id }])
  await ctx.db('desk').where({ id }).whereNull('ended_at').update({ ended_at: ctx.now.toString() })
  await endSessionAt(ctx, id)
}

/** The session that somebody opened at a desk ends, also where it went on under a new id since. */
export const endSessionAt = (ctx: OpenContext, desk: string) => ctx.db.raw(`
  update session set ended_at = ?::timestamptz
  where ended_at is null and (staff_id, method, started_at) = (
    select s.staff_id, s.method, s.started_at from desk_key k join session s on s.id = k.session_id where k.desk_id = ?)`,
[ctx.now.toString(), desk])

/** The desks of the units where the caller may make them. */
export async function deskList(ctx: Context, unit: UnitId | undefined): Promise<Desk[]> {
  const rows: DeskRow[] = await ctx.db('desk').join('desk_key', 'desk_id', 'desk.id').whereNull('ended_at')
    .orderBy(['name', 'desk.id']).limit(2000).select('desk.*', 'switched_at')
  const below = unit && new Set(unitsBelow(treeOn(ctx.configuration, ctx.today()), unit))
  return rows.filter(row => ctx.may(signInPermissions.desks, row.unit_id) && (!below || below.has(row.unit_id)))
    .map(row => told(ctx, row))
}

export async function oneDesk(ctx: Context, id: string): Promise<Desk> {
  const row: DeskRow | undefined = await ctx.db('desk').join('desk_key', 'desk_id', 'desk.id').where({ 'desk.id': id })
    .first('desk.*', 'switched_at')
  if (!row) throw notFound()
  return told(ctx, row)
}

const told = (ctx: Context, row: DeskRow): Desk => ({
  id: row.id, name: row.name, unit: { id: row.unit_id, name: nameAt(ctx.configuration, row.unit_id, ctx.today()) },
  madeAt: row.made_at, lastUsed: row.switched_at ?? null, ended: row.ended_at !== null,
})

const digestOf = (key: string) => createHash('sha256').update(key).digest()

const idUsed = () => new Refusal(409, 'core.id-used', {
  nl: 'Onder dit nummer is al iets anders verstuurd. Verstuur het opnieuw onder een nieuw nummer.',
  en: 'Something else was sent under this id. Send it again under a new one.',
  fr: 'Autre chose a déjà été envoyé sous ce numéro. Renvoyez-le sous un nouveau numéro.',
})
