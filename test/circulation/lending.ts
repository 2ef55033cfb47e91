import { randomUUID } from 'node:crypto'
import type { UnitId } from '#core/contract.ts'
import type { Opened, Staff } from '../installation.ts'
import { asked } from '../patrons/people.ts'

const decision = { number: '2019/12', date: '2019-12-16' }
const day = [{ from: '10:00', to: '18:00' }]
const open = { tu: day, we: day, th: day, fr: day, sa: day }

let cards = 10_000_000

/** A library with a branch that is open from Tuesday to Saturday, and its desk on whichever day. */
export async function lendingAt(here: Opened, name: string, parent?: UnitId) {
  const library = await here.unit('library', name, parent)
  const branch = await here.unit('branch', `${name} centrum`, library)
  const say = (parameter: string, value: unknown, more: object = {}) => here.apply({
    kind: 'parameters.set', payload: { unit: library, parameter, from: '2020-01-01', to: null, value, basis: decision, ...more },
  })
  const close = (kind: 'G' | 'V' | 'B', from: string, to = from, unit = branch) => here.apply({
    kind: 'branches.close', payload: { units: [unit], from, to, kind, text: 'dicht', also: [], leave: [] },
  })
  const openOn = (unit: UnitId) => here.apply({
    kind: 'branches.set-hours',
    payload: { unit, key: 'staffed/regular', from: null, to: null, plan: { kind: 'staffed', layer: 'regular', week: open } },
  })
  await openOn(branch)
  let desk: Staff = await here.staff('desk', branch)
  return {
    library, branch, say, close, openOn,
    get desk() { return desk },
    /** Another day begins: somebody signs in at the desk. */
    async on(date: string, time = '10:00') {
      here.clock.now = Temporal.Instant.from(`${date}T${time}:00Z`)
      desk = await here.staff('desk', branch)
      return desk
    },
    /** Somebody with a card of their own. */
    async patron(more: object = {}, enrolment: object = {}) {
      const wanted = asked(branch, { card: `CARD${++cards}`, ...enrolment })
      Object.assign(wanted.person, more)
      const { status, body } = await desk.post('/api/patrons', wanted)
      if (status !== 201) throw new Error(`Not enrolled: ${JSON.stringify(body)}`)
      return { card: body.card as string, person: body.person as string, membership: body.membership as string }
    },
    async item(more: object = {}) {
      const wanted = { id: randomUUID(), barcode: `B${randomUUID().slice(0, 10).replace('-', '').toUpperCase()}`, title: 'Wierook', material: 'BOEK', branch, ...more }
      const { status, body } = await desk.post('/api/items', wanted)
      if (status !== 201) throw new Error(`Not entered: ${JSON.stringify(body)}`)
      return body as { id: string; barcode: string; version: number }
    },
    lend: (card: string, item: string, more: object = {}) => desk.post('/api/loans', { id: randomUUID(), branch, card, item, ...more }),
    takeIn: (item: string, more: object = {}) => desk.post('/api/returns', { id: randomUUID(), branch, item, ...more }),
    renew: (loans: readonly string[], more: object = {}) =>
      desk.post('/api/renewals', { branch, loans: loans.map(loan => ({ id: randomUUID(), loan })), ...more }),
    why: async (loan: string) => (await desk.get(`/api/loans/${loan}/why`)).body,
  }
}
export type Lending = Awaited<ReturnType<typeof lendingAt>>
