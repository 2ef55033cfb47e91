import { randomUUID } from 'node:crypto'
import { accountOf } from '#core/account.ts'
import { holdsOn, type Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { applyAsSystem } from '#core/door.ts'
import { grantFact } from '#core/grant.ts'
import { StaffRow } from '#core/staff.ts'
import { pathToday } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { queueMail } from '#plugins/mail/index.ts'
import { permissions, switchOff, type Endpoint } from './contract.ts'
import { DeliveryRow } from './delivery-row.ts'
import { endpointOn, endpointsOn } from './endpoint.ts'
import { switchedOffText } from './switch-off-mail.ts'

/** Switches a webhook off by itself, as a change like any other, and tells whoever set it. */
export async function switchedOff(ctx: OpenContext, id: string, why: 'gone' | 'lasting'): Promise<void> {
  const endpoint = endpointOn(ctx.configuration, id, ctx.today())
  if (!endpoint?.body.on) return
  const people = await whoCares(ctx, endpoint)
  const { name } = endpoint.body
  await applyAsSystem(ctx, randomUUID(), [{ kind: switchOff.name, payload: { id, unit: endpoint.unit, why } }], name)
  await DeliveryRow.query(ctx.db).where({ endpoint_id: id, state: 'waiting' }).whereNotNull('event_id')
    .patch({ state: 'failed', failure: 'switched-off' })
  for (const { id: staff, name: who, email, language } of people) {
    if (email) await queueMail(ctx, {
      to: { staff, name: who, address: email, language }, unit: endpoint.unit, kind: 'webhooks.switched-off', about: id,
      text: switchedOffText(ctx, endpoint, why, language),
    })
  }
}

/** Whoever set it last, if they still may; else whoever may, as near to its unit as there is anybody. */
async function whoCares(ctx: Context, { unit, saidIn }: Segment<Endpoint>): Promise<StaffRow[]> {
  const set = await ctx.db('change_set').where({ id: saidIn }).first('author_id')
  const rightsOf = (staff: string) => ctx.installation.rightsOf(ctx.configuration, staff, ctx.now)
  const may = (staff: string) => rightsOf(staff).may(ctx.configuration, permissions.set, unit, ctx.today())
  const holders = [...pathToday(ctx.configuration, unit, ctx.today())]
    .map(at => holdersAt(ctx, at).filter(may)).find(({ length }) => length > 0)
  const ids = set?.author_id && may(set.author_id) ? [set.author_id as string] : holders ?? []
  return StaffRow.query(ctx.db).findByIds(ids).where({ kind: 'person' })
}

const holdersAt = ({ configuration, today }: Context, unit: UnitId): string[] =>
  [...new Set(configuration.of(grantFact, unit).filter(said => holdsOn(said, today())).map(({ body }) => body.staff))]
    .filter(staff => accountOf(configuration, staff, today()))

/** How many systems go on hearing what somebody let them hear. */
export async function webhooksSetBy(ctx: Context, staff: string): Promise<number> {
  const sets = endpointsOn(ctx.configuration, ctx.today()).filter(({ body }) => body.on).map(({ saidIn }) => saidIn)
  const own = new Set<string>(await ctx.db('change_set').whereIn('id', sets).where({ author_id: staff }).pluck('id'))
  return sets.filter(set => own.has(set)).length
}
