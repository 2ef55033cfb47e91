import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import type { Opened, Staff } from '../../installation.ts'

/** Somebody who asks, with what they hold and where. */
export interface Asker {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly permissions: ReadonlySet<string>
  readonly at: UnitId | null
  readonly reach: 'library' | 'branch'
  readonly isMachine?: true
}

/** Nobody, a machine, a role made here that reaches one branch, and every role in force, each held at one unit. */
export async function askersAt(here: Opened, app: FastifyInstance, admin: Staff, unit: UnitId): Promise<Asker[]> {
  const { roles, permissions } = here.installation.registry
  const made = ['core.see', 'branches.close', 'permissions.manage']
  const code = 'made-here'
  const name = { nl: 'Gemaakt', en: 'Made', fr: 'Fait' }
  await admin.change([{
    kind: 'permissions.set-role',
    payload: { code, unit: SYSTEM, from: '2026-11-23', role: { name, permissions: made, reach: 'branch' } },
  }]).then(({ status, body }) => { if (status !== 201) throw new Error(JSON.stringify(body)) })
  const holding = async (role: string, at: UnitId) => ({ cookie: (await here.staff(role, at)).on(app).cookie })
  const allowed = (role: string) => new Set(roles.get(role)?.permissions.map(one => one.name))
  const machine = async (role: string): Promise<Asker> => {
    const given = { id: randomUUID(), name: 'machine', unit, expires: '2027-03-01', grants: [{ role, unit }] }
    const { body } = await admin.post('/api/tokens', given)
    return {
      name: `machine:${role}`, headers: { authorization: `Bearer ${body.token}` }, permissions: allowed(role),
      at: unit, reach: 'library', isMachine: true,
    }
  }
  return [
    { name: 'nobody', headers: {}, permissions: new Set(), at: null, reach: 'library' },
    await machine('library-admin'), await machine('provisioning'),
    { name: code, headers: await holding(code, unit), permissions: new Set(made), at: unit, reach: 'branch' },
    ...await Promise.all([...roles.keys()].toReversed().map(async role => ({
      name: role, headers: await holding(role, unit), permissions: allowed(role), at: unit,
      reach: roles.get(role)?.reach ?? 'library' as const,
    }))),
    {
      name: 'all of it', headers: await holding('system-admin', SYSTEM), permissions: new Set(permissions.keys()),
      at: SYSTEM, reach: 'library',
    },
  ]
}
