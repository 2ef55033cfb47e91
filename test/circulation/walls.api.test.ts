import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** What a neighbour, and a partner of a group of level 3, may know and do. */
let here: Opened
let zwalm: Lending
let brakel: Lending
let zoersel: Lending

beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-24T09:00:00Z' })
  const group = await here.unit('group', 'Vlaamse Ardennen', SYSTEM, { level: '3a' })
  zwalm = await lendingAt(here, 'Zwalm', group)
  brakel = await lendingAt(here, 'Brakel', group)
  zoersel = await lendingAt(here, 'Zoersel')
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

describe('a library outside the group', () => {
  test('sees that an item is out and not to whom; a loan there is nothing', async () => {
    const [patron, item] = [await zwalm.patron(), await zwalm.item()]
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    expect((await zoersel.desk.get(`/api/items/${item.id}`)).body).toMatchObject({ status: 'out', dueOn: loan.dueOn })
    expect((await zoersel.desk.get(`/api/items?q=${item.barcode}&status=out`)).body.total).toBe(1)
    expect((await zoersel.desk.get(`/api/items/${item.id}/history`)).body.data).toEqual([])
    for (const url of [`/api/loans/${loan.id}`, `/api/loans/${loan.id}/why`]) {
      const [there, nowhere] = [await zoersel.desk.get(url), await zoersel.desk.get(url.replace(loan.id, randomUUID()))]
      expect([there.status, { ...there.body, request: '' }]).toEqual([404, { ...nowhere.body, request: '' }])
    }
    for (const act of ['undo', 'claim', 'lost']) expect((await zoersel.desk.post(`/api/loans/${loan.id}/${act}`, { id: randomUUID() })).status).toBe(404)
    expect((await zoersel.renew([loan.id])).status).toBe(404)
    expect((await zoersel.desk.get(`/api/desk/patron?branch=${zoersel.branch}&card=${patron.card}`)).body.code).toBe('circulation.unknown-card')
  })

  test('neither lends nor takes in what another has out', async () => {
    const [patron, item, theirs] = [await zwalm.patron(), await zwalm.item(), await zoersel.patron()]
    done(await zwalm.lend(patron.card, item.barcode))
    expect((await zoersel.lend(theirs.card, item.barcode)).body.code).toBe('circulation.elsewhere')
    expect((await zoersel.takeIn(item.barcode)).body.code).toBe('circulation.elsewhere')
  })

  test('holds the right at its own desk only', async () => {
    const [patron, item] = [await zwalm.patron(), await zwalm.item()]
    const asked = { id: randomUUID(), branch: zwalm.branch, card: patron.card, item: item.barcode }
    expect((await zoersel.desk.post('/api/loans', asked)).status).toBe(403)
    expect((await zoersel.desk.post('/api/returns', { id: randomUUID(), branch: zwalm.branch, item: item.barcode })).status).toBe(403)
  })
})

describe('a partner of the group', () => {
  test('lends to a member of the other, by the type that stands for theirs, and takes in what that one lent', async () => {
    const [patron, item] = [await zwalm.patron(), await brakel.item()]
    const { loan } = done(await brakel.lend(patron.card, item.barcode))
    expect(await here.database.owner('loan').where({ id: loan.id }).first())
      .toMatchObject({ library_id: brakel.library, member_library_id: zwalm.library, membership: '60' })
    const ours = await zwalm.item()
    const { loan: away } = done(await zwalm.lend(patron.card, ours.barcode))
    expect(done(await brakel.takeIn(ours.barcode))).toMatchObject({ loan: { id: away.id, endedAs: 'returned' }, item: { status: 'transit' } })
  })

  test('counts over the whole group what a table of the group limits', async () => {
    await zwalm.say('rules.items-max', 1, { where: { membership: '60' } })
    await brakel.say('rules.items-max', 1, { where: { membership: '60' } })
    const patron = await zwalm.patron()
    done(await zwalm.lend(patron.card, (await zwalm.item()).barcode))
    const asked = await brakel.lend(patron.card, (await brakel.item()).barcode)
    expect(asked.body.faults[0].message).toBe('Heeft er 1 van hoogstens 1, geteld in Vlaamse Ardennen.')
  })
})
