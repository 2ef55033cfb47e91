import { homeOf } from '#core/account.ts'
import { rehearse } from '#core/change.ts'
import { lockConfiguration } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import { demandConfirmed } from '#core/confirm.ts'
import type { UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { grantsToCome } from '#core/grant.ts'
import { makeMachineToken } from '#core/machine-token.ts'
import { reachesWall } from '#core/reach.ts'
import { notAllowed, notFound, Refusal } from '#core/refusal.ts'
import { rolesOn } from '#core/role.ts'
import { addStaff, endSessionsOf } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { homeLibrary, SYSTEM, treeOn, unitsBelow, zoneOf } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { endToken, makeToken, type MachineAccess, type TokenWish } from '../contract/machine.ts'
import { signInPermissions } from '../contract/permission.ts'
import { asForm, nameAt, refuseMissing } from '../there.ts'
import { machineAt } from './machine.ts'

/**
 * A machine with roles of its own, and its token: shown once, kept as a digest.
 *
 * Sent again because the answer was lost, the machine stays and gets a new token, as long as the first was not used.
 */
export async function giveToken(ctx: OpenContext, { id, name, unit, expires, grants }: TokenWish): Promise<string> {
  await lockConfiguration(ctx)
  demandConfirmed(ctx)
  const items = [{ kind: makeToken.name, payload: { staff: id, name, unit, expires, grants } }]
  const known = await StaffRow.query(ctx.db).findById(id)
  if (known) await refuseUsed(ctx, known)
  else {
    const libraryId = homeLibrary(ctx.configuration, unit, ctx.today()) ?? null
    if (!reachesWall(ctx, libraryId)) throw notAllowed(signInPermissions.tokens.allows)
    const { needs, secondPerson } = await rehearse(ctx, id, items)
    refuseMissing(ctx, needs)
    if (secondPerson) throw roleLater()
    await addStaff(ctx, { id, kind: 'machine', name, email: null, language: ctx.language, libraryId })
  }
  await asForm(() => submit(ctx, { id, items }))
  await endSessionsOf(ctx, id)
  return openToken(ctx, id, { name, unit, expires })
}

async function openToken(ctx: OpenContext, staff: string, { name, unit, expires }: Pick<TokenWish, 'name' | 'unit' | 'expires'>) {
  const { text, opened } = makeMachineToken(staff)
  const zone = zoneOf(ctx.configuration, unit, ctx.today())
  const ends = Temporal.PlainDate.from(expires).add({ days: 1 }).toZonedDateTime(zone).toInstant()
  await ctx.db('session').insert({
    id: opened.session, staff_id: staff, method: 'token', label: name.trim(), token_digest: opened.digest,
    // Never used: seen before it began, so that the first use is noted at once.
    started_at: ctx.now.toString(), last_seen_at: ctx.now.subtract({ hours: 1 }).toString(), expires_at: ends.toString(),
  })
  return text
}

/** Ends a machine's access: its token is worth nothing from the next request on. */
export async function withdrawToken(ctx: OpenContext, id: string): Promise<void> {
  await lockConfiguration(ctx)
  const staff = await StaffRow.query(ctx.db).findOne({ id, kind: 'machine' })
  if (!staff) throw notFound()
  refuseMissing(ctx, [{ permission: signInPermissions.tokens, unit: homeUnit(ctx, staff) }])
  const standing = machineAt(ctx.configuration, id, ctx.today())
  if (standing) await submit(ctx, {
    id: crypto.randomUUID(), items: [{ kind: endToken.name, payload: { staff: id, unit: standing.unit } }],
  })
  await endSessionsOf(ctx, id)
}

const homeUnit = (ctx: Context, { id, libraryId }: StaffRow): UnitId =>
  homeOf(ctx.configuration, id, ctx.today()) ?? libraryId ?? SYSTEM

interface TokenRow {
  readonly staff_id: string; readonly label: string; readonly started_at: string; readonly last_seen_at: string
  readonly expires_at: string; readonly ended_at: string | null; readonly network: string | null
}

const newestToken = (ctx: Context, ids: readonly string[]): Promise<TokenRow[]> => ctx.db('session')
  .distinctOn('staff_id').whereIn('staff_id', ids).where({ method: 'token' })
  .orderBy([{ column: 'staff_id' }, { column: 'started_at', order: 'desc' }])
  .select('staff_id', 'label', 'started_at', 'last_seen_at', 'expires_at', 'ended_at', 'network')

async function refuseUsed(ctx: Context, { id, kind }: StaffRow) {
  const [token] = kind === 'machine' ? await newestToken(ctx, [id]) : []
  if (token && Date.parse(token.last_seen_at) < Date.parse(token.started_at) && !token.ended_at) return
  throw new Refusal(409, 'core.id-used', {
    nl: 'Onder dit nummer is al iets anders verstuurd. Verstuur het opnieuw onder een nieuw nummer.',
    en: 'Something else was sent under this id. Send it again under a new one.',
    fr: 'Autre chose a déjà été envoyé sous ce numéro. Renvoyez-le sous un nouveau numéro.',
  })
}

/** A token is shown to whoever makes it, at once; what it may over the whole region is then given by two. */
const roleLater = () => new Refusal(403, 'core.second-person', {
  nl: 'Een rol over de hele regio vraagt een tweede persoon. Maak de machine met een rol bij één eenheid en vraag die rol daarna aan; iemand anders keurt het goed.',
  en: 'A role over the whole region takes a second person. Make the machine with a role at one unit and then request that role; somebody else approves it.',
  fr: 'Un rôle sur toute la région exige une deuxième personne. Créez la machine avec un rôle auprès d’une unité, puis demandez ce rôle ; une autre personne l’approuve.',
})

/** The machines of the units where the caller may make tokens, newest first. */
export async function machineList(ctx: Context, { unit }: { unit?: UnitId | undefined }): Promise<MachineAccess[]> {
  const rows = await StaffRow.query(ctx.db).where({ kind: 'machine' }).orderBy('created_at', 'desc').limit(1000)
  const below = unit && new Set(unitsBelow(treeOn(ctx.configuration, ctx.today()), unit))
  return told(ctx, rows.filter(row => {
    const home = homeUnit(ctx, row)
    return ctx.may(signInPermissions.tokens, home) && (!below || below.has(home))
  }))
}

/** One machine; out of reach is the same as none. */
export async function oneMachine(ctx: Context, id: string): Promise<MachineAccess> {
  const row = await StaffRow.query(ctx.db).findOne({ id, kind: 'machine' })
  const [machine] = row ? await told(ctx, [row]) : []
  if (!machine) throw notFound()
  return machine
}

async function told(ctx: Context, rows: readonly StaffRow[]): Promise<MachineAccess[]> {
  const tokenOf = new Map((await newestToken(ctx, rows.map(({ id }) => id))).map(row => [row.staff_id, row]))
  return rows.flatMap(row => {
    const token = tokenOf.get(row.id)
    if (!token) return []
    const home = homeUnit(ctx, row)
    const isUsed = Date.parse(token.last_seen_at) >= Date.parse(token.started_at)
    return [{
      id: row.id, name: row.name, unit: { id: home, name: nameAt(ctx.configuration, home, ctx.today()) },
      madeAt: token.started_at, lastUsed: isUsed ? token.last_seen_at : null, network: token.network,
      expires: token.expires_at, ended: token.ended_at !== null || Date.parse(token.expires_at) <= ctx.now.epochMilliseconds,
      mayEnd: ctx.may(signInPermissions.tokens, home), grants: grantsShown(ctx, row.id),
    }]
  })
}

const grantsShown = (ctx: Context, staff: string): MachineAccess['grants'] =>
  grantsToCome(ctx.configuration, staff, ctx.today()).filter(({ unit }) => ctx.reaches(unit))
    .map(({ role, unit, only = false, limits = {} }) => ({
      role, roleName: rolesOn(ctx.configuration, ctx.today()).get(role)?.name[ctx.language] ?? role, unit,
      unitName: nameAt(ctx.configuration, unit, ctx.today()), only, limits,
    }))
