import { accountOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { namesOf } from '#core/names.ts'
import { refused } from '#core/refusal.ts'
import { pathToday } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { Handlers } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import type { RequestRow } from './request.ts'
import { teamsOf } from './setup.ts'

/** Who may take a request of a unit, or of any unit at all, by name; and in which teams they are. */
export async function handlersAt(ctx: Context, unit?: UnitId): Promise<Handlers> {
  const { configuration } = ctx
  const today = ctx.today()
  const around = unit === undefined ? [...configuration.all(grantFact)].flat()
    : pathToday(configuration, unit, today).flatMap(id => configuration.of(grantFact, id))
  const handles = (staff: string) => {
    const rights = rightsOn(configuration, staff, today)
    return unit === undefined ? rights.allUnitsOf(configuration, permissions.handle, today).length > 0
      : rights.may(configuration, permissions.handle, unit, today)
  }
  const holders = [...new Set(around.map(({ body }) => body.staff))].filter(staff => accountOf(configuration, staff, today) && handles(staff))
  const names = await namesOf(ctx, holders)
  return {
    data: [...names].map(([id, name]) => ({ id, name, teams: teamsOf(ctx, id) })).sort((a, b) => a.name.localeCompare(b.name, ctx.language)),
  }
}

export async function handlerNamed(ctx: Context, { unitId }: RequestRow, staff: string): Promise<string> {
  const found = (await handlersAt(ctx, unitId)).data.find(({ id }) => id === staff)
  if (!found) throw refused([fault('change-requests.no-handler', '/assignee',
    'Deze collega mag deze aanvraag niet behandelen.', 'This colleague may not handle this request.',
    'Ce collègue ne peut pas traiter cette demande.')])
  return found.name
}
