import { accountOf, staffAt } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { rightsOn } from '#core/installation.ts'
import { notFound, refused } from '#core/refusal.ts'
import { StaffRow } from '#core/staff.ts'
import { homeLibrary, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { Asker, Askers } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'

/** Who of a library may ask something for a unit, as whoever enters it on their behalf needs to know them. */
export async function askersAt(ctx: Context, unit: UnitId): Promise<Askers> {
  if (!unitAt(ctx.configuration, unit, ctx.today()) || !ctx.reaches(unit)) throw notFound()
  ctx.demand(permissions.file, unit)
  const { configuration } = ctx
  const today = ctx.today()
  const around = unitsBelow(treeOn(configuration, today), homeLibrary(configuration, unit, today) ?? unit)
  const may = staffAt(configuration, around, today).filter(staff => accountOf(configuration, staff, today)
    && rightsOn(configuration, staff, today).may(configuration, permissions.ask, unit, today))
  const people = await StaffRow.query(ctx.db).whereIn('id', may).whereNotNull('email').select('id', 'name', 'email', 'language')
  return {
    data: people.map(({ id, name, email, language }) => ({ id, name, address: email ?? '', language }))
      .toSorted((a, b) => a.name.localeCompare(b.name, ctx.language)),
  }
}

/** Whoever signs in here is written to at their own address, whatever was typed. */
export async function askerAt(ctx: Context, unit: UnitId, asker: Asker): Promise<Asker> {
  if (asker.staff === undefined) return asker
  const person = (await askersAt(ctx, unit)).data.find(({ id }) => id === asker.staff)
  if (!person) throw refused([fault('change-requests.no-asker', '/onBehalfOf/staff',
    'Deze medewerker mag hier niets aanvragen.', 'This member of staff may not ask anything here.',
    'Ce membre du personnel ne peut rien demander ici.')])
  const { id: staff, name, address, language } = person
  return { staff, name, address, language }
}
