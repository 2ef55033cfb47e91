import { randomUUID } from 'node:crypto'
import type { UnitId } from '#core/contract.ts'
import { deliverEvents } from '#core/outbox.ts'
import { deliverWebhooks } from '#plugins/webhooks/delivery.ts'
import type { Opened, Staff } from '../installation.ts'
import type { Receiver } from './receiver.ts'

/** What the tests of webhooks do: set one, change something, let it leave. */
export function telling(here: Opened, receiver: Receiver) {
  const setting = (path: string, more: object = {}) => ({
    name: `ticketsysteem ${path}`, address: `${receiver.address}${path}`, events: ['core.changed'], language: 'nl',
    names: false, on: true, ...more,
  })
  const set = (unit: UnitId, path: string, { id = randomUUID(), ...more }: { id?: string } & Record<string, unknown> = {}) =>
    ({ kind: 'webhooks.set-endpoint', payload: { id, unit, endpoint: setting(path, more) } })
  const deliver = () => deliverWebhooks(here.installation)
  return {
    set,
    /** A webhook that listens: set, with a secret. */
    async listen(staff: Staff, unit: UnitId, path: string, more: Record<string, unknown> = {}) {
      const item = set(unit, path, more)
      const done = await staff.change([item])
      if (done.status !== 201) throw new Error(JSON.stringify(done.body))
      const { body } = await staff.post(`/api/webhooks/${item.payload.id}/secret`)
      await deliverEvents(here.installation)
      await deliver()
      await here.database.owner('webhook_delivery').where({ endpoint_id: item.payload.id }).delete()
      receiver.received.length = 0
      return { id: item.payload.id, secret: body.secret as string }
    },
    /** Closes a branch for a day: something happens there. */
    close: (staff: Staff, units: readonly UnitId[], day = '2027-01-14') => staff.change([{
      kind: 'branches.close', payload: { units, from: day, to: day, kind: 'G', text: 'inventaris', also: [], leave: [] },
    }]),
    /** Events go to whoever hears them, and what must leave is written. */
    write: () => deliverEvents(here.installation),
    deliver,
    async leave() {
      await deliverEvents(here.installation)
      return deliver()
    },
    later(seconds: number) { here.clock.now = here.clock.now.add({ seconds }) },
    rows: (endpoint: string) => here.database.owner('webhook_delivery').where({ endpoint_id: endpoint }).orderBy('at'),
  }
}
