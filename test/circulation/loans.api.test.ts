import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Answer, type Opened } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

let here: Opened
let zwalm: Lending

beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.on('2026-11-24')
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const both = async (more: object = {}, person: object = {}) => ({ patron: await zwalm.patron(person), item: await zwalm.item(more) })
const codes = ({ body }: Answer) => (body.faults ?? []).map(({ code }: { code: string }) => code)
const row = (id: string) => here.database.owner('loan').where({ id }).first()
const events = async (name: string, loan: string) =>
  (await here.database.owner('event').where({ name })).map(({ detail }) => detail).filter(detail => detail.loan === loan)

describe('lending', () => {
  test('gives a due day, notes what it rests on, and tells whoever listens', async () => {
    const { patron, item } = await both({ attachment: '2 cd’s' })
    const { loan, renewed, notices } = done(await zwalm.lend(patron.card, item.barcode))
    expect(loan).toMatchObject({ lentOn: '2026-11-24', dueOn: '2026-12-22', renewals: 0, late: false, mayUndo: true, item: { status: 'out' } })
    expect([renewed, notices]).toEqual([false, [{ code: 'attachment', message: 'Hoort erbij: 2 cd’s' }]])
    expect(await row(loan.id)).toMatchObject({ membership: '60', material: 'BOEK', channel: 'desk', term: { days: 28, raw: '2026-12-22' } })
    expect(await here.database.owner('loan_step').where({ loan_id: loan.id })).toMatchObject([{ act: 'lent', due_after: '2026-12-22' }])
    expect(await events('circulation.lent', loan.id)).toEqual([{ loan: loan.id, feeCents: 0, exceedingCents: 0 }])
    expect((await zwalm.desk.get(`/api/items/${item.id}`)).body).toMatchObject({ status: 'out', dueOn: '2026-12-22' })
  })

  test('twice with the same id is one loan with one answer', async () => {
    const { patron, item } = await both()
    const id = randomUUID()
    const [first, again] = [await zwalm.lend(patron.card, item.barcode, { id }), await zwalm.lend(patron.card, item.barcode, { id })]
    expect(done(again).loan).toEqual(done(first).loan)
    expect(await here.database.owner('loan_step').where({ loan_id: id })).toHaveLength(1)
  })

  test('of one item by two desks at once is lent once, and the other is told', async () => {
    const item = await zwalm.item()
    const two = [await zwalm.patron(), await zwalm.patron()]
    const answers = await Promise.all(two.map(({ card }) => zwalm.lend(card, item.barcode)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await here.database.owner('loan').where({ item_id: item.id }).whereNull('ended_at')).toHaveLength(1)
  })

  test('an unknown barcode or card is told as such', async () => {
    const { patron, item } = await both()
    expect((await zwalm.lend(patron.card, 'NIETS1234')).body.code).toBe('circulation.unknown-item')
    expect((await zwalm.lend('NIETS1234', item.barcode)).body.code).toBe('circulation.unknown-card')
  })

  test('asks every question at once, and lends when staff pass them, with a reason where the rules are passed', async () => {
    await zwalm.say('rules.items-max', 1, { where: { membership: '60' } })
    const { patron, item } = await both({ notForLoan: true, adultsOnly: true }, { bornOn: '2012-05-01' })
    done(await zwalm.lend(patron.card, (await zwalm.item()).barcode))
    const asked = await zwalm.lend(patron.card, item.barcode)
    expect([asked.status, codes(asked)]).toEqual([409, ['circulation.not-for-loan', 'circulation.too-young', 'circulation.too-many']])
    expect(asked.body.faults[2].message).toBe('Heeft er 1 van hoogstens 1, geteld in Zwalm.')
    const also = ['not-for-loan', 'too-young', 'too-many']
    expect(codes(await zwalm.lend(patron.card, item.barcode, { also }))).toHaveLength(3)
    const { loan } = done(await zwalm.lend(patron.card, item.barcode, { also, reason: 'Voor een spreekbeurt' }))
    expect((await row(loan.id)).term.passed).toEqual(also)
    expect(await here.database.owner('loan_step').where({ loan_id: loan.id }).first()).toMatchObject({ reason: 'Voor een spreekbeurt' })
    await zwalm.say('rules.items-max', 0, { where: { membership: '60' } })
  })

  test('a maximum of one kind counts what that kind weighs', async () => {
    await zwalm.say('rules.items-max-of-kind', 3, { where: { membership: '60', material: 'DVD' } })
    await zwalm.say('circulation.item-count', 2, { where: { material: 'DVD' } })
    const patron = await zwalm.patron()
    done(await zwalm.lend(patron.card, (await zwalm.item({ material: 'DVD' })).barcode))
    expect(codes(await zwalm.lend(patron.card, (await zwalm.item({ material: 'DVD' })).barcode))).toEqual(['circulation.too-many-of-kind'])
    done(await zwalm.lend(patron.card, (await zwalm.item()).barcode))
  })

  test('a written off item and a block that nobody passes stop it', async () => {
    const { patron, item } = await both()
    await here.database.owner('item').where({ id: item.id }).update({ status: 'written-off', written_off_on: '2026-11-01' })
    await here.database.owner('membership').where({ id: patron.membership }).update({ status: 8 })
    const answer = await zwalm.lend(patron.card, item.barcode, { also: ['banned', 'written-off'], reason: 'Toch wel' })
    expect([answer.status, codes(answer)]).toEqual([422, ['patrons.banned', 'circulation.written-off']])
  })

  test('an expired membership is a question', async () => {
    const { patron, item } = await both()
    await here.database.owner('membership').where({ id: patron.membership }).update({ from_on: '2024-01-01', until_on: '2025-01-01' })
    expect(codes(await zwalm.lend(patron.card, item.barcode))).toEqual(['patrons.expired'])
    done(await zwalm.lend(patron.card, item.barcode, { also: ['expired'] }))
  })

  test('a missing item is found by it', async () => {
    const { patron, item } = await both({ status: 'missing' })
    const { notices } = done(await zwalm.lend(patron.card, item.barcode))
    expect(notices.map(({ code }: { code: string }) => code)).toEqual(['found'])
    expect((await here.database.owner('item').where({ id: item.id }).first()).status).toBe('in')
  })

  test('on a closed day says so, and counts from that day', async () => {
    await zwalm.on('2026-11-29')
    const { patron, item } = await both()
    const { loan, notices } = done(await zwalm.lend(patron.card, item.barcode))
    expect([loan.rawDueOn, loan.dueOn, notices[0].code]).toEqual(['2026-12-27', '2026-12-29', 'closed-day'])
    await zwalm.on('2026-11-24')
  })

  test('without an opening day left before the horizon is refused', async () => {
    const shut = await here.unit('branch', 'Zonder uren', zwalm.library)
    await here.apply({ kind: 'branches.close', payload: { units: [shut], from: '2020-01-01', to: null, kind: 'G', text: 'dicht', also: [], leave: [] } })
    const { patron, item } = await both()
    const desk = await here.staff('desk', zwalm.library)
    const answer = await desk.post('/api/loans', { id: randomUUID(), branch: shut, card: patron.card, item: item.barcode })
    expect([answer.status, codes(answer)]).toEqual([422, ['circulation.no-open-day']])
  })
})

describe('an item that is out already', () => {
  test('goes to whoever presents it: the other loan is cancelled, its fine lapses, and they are counted once more', async () => {
    const { patron: jan, item } = await both()
    const { loan: first } = done(await zwalm.lend(jan.card, item.barcode))
    const els = await zwalm.patron()
    const asked = await zwalm.lend(els.card, item.barcode)
    expect([asked.status, codes(asked)]).toEqual([409, ['circulation.on-loan-to-another']])
    const { loan, notices } = done(await zwalm.lend(els.card, item.barcode, { also: ['on-loan-to-another'] }))
    expect(notices[0].message).toMatch(/^Overgenomen van An Peeters/)
    expect(await row(first.id)).toMatchObject({ ended_as: 'passed-on', fine_cents: null })
    expect((await here.database.owner('person').where({ id: jan.person }).first()).not_returned).toBe(1)
    done(await zwalm.desk.post(`/api/loans/${loan.id}/undo`, { id: randomUUID() }))
    expect(await row(first.id)).toMatchObject({ ended_as: null, ended_at: null })
    expect((await here.database.owner('person').where({ id: jan.person }).first()).not_returned).toBe(0)
  })

  test('twice on one day is a new loan at the desk and a renewal at self-service', async () => {
    const { patron, item } = await both()
    const { loan: first } = done(await zwalm.lend(patron.card, item.barcode))
    const { loan: second, renewed } = done(await zwalm.lend(patron.card, item.barcode))
    expect([renewed, second.id === first.id, (await row(first.id)).ended_as]).toEqual([false, false, 'returned'])
    const again = await zwalm.lend(patron.card, item.barcode, { channel: 'self-service' })
    expect(codes(again)).toEqual(['circulation.gains-nothing'])
    await zwalm.on('2026-11-26')
    const third = done(await zwalm.lend(patron.card, item.barcode))
    expect([third.renewed, third.loan.id, third.loan.dueOn]).toEqual([true, second.id, '2026-12-24'])
    await zwalm.on('2026-11-24')
  })

  test('is taken back by F4 in the session that lent it, and in no other', async () => {
    const { patron, item } = await both()
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    const colleague = await here.staff('desk', zwalm.branch)
    expect((await colleague.post(`/api/loans/${loan.id}/undo`, { id: randomUUID() })).body.code).toBe('circulation.not-this-session')
    const id = randomUUID()
    expect(done(await zwalm.desk.post(`/api/loans/${loan.id}/undo`, { id })).endedAs).toBe('undone')
    expect(done(await zwalm.desk.post(`/api/loans/${loan.id}/undo`, { id })).endedAs).toBe('undone')
    done(await zwalm.lend((await zwalm.patron()).card, item.barcode))
  })
})

describe('taking in', () => {
  test('twice with the same id answers the same, and what is not out is put where it stands', async () => {
    const { patron, item } = await both({ damage: 'rug los' })
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    const id = randomUUID()
    const first = done(await zwalm.takeIn(item.barcode, { id }))
    expect(first).toMatchObject({ loan: { id: loan.id, personName: expect.stringContaining('Peeters') }, notices: [{ code: 'damage' }] })
    expect(done(await zwalm.takeIn(item.barcode, { id })).loan.id).toBe(loan.id)
    expect(await events('circulation.returned', loan.id)).toHaveLength(1)
    expect(done(await zwalm.takeIn(item.barcode))).toMatchObject({ loan: null, notices: [{ code: 'was-in' }, { code: 'damage' }] })
  })

  test('at another branch sends it home', async () => {
    const sister = await here.unit('branch', 'Nederzwalm', zwalm.library)
    const { patron, item } = await both()
    done(await zwalm.lend(patron.card, item.barcode))
    const there = await here.staff('desk', sister)
    const { body } = await there.post('/api/returns', { id: randomUUID(), branch: sister, item: item.barcode })
    expect(body).toMatchObject({ item: { status: 'transit', at: { name: 'Nederzwalm' } }, notices: [{ message: 'Gaat naar Zwalm centrum.' }] })
  })

  test.each([['processed', '2026-12-29', 10], ['last-open-day', '2026-12-26', 0], ['day-before', '2026-12-28', 0]])(
    'from the bin by “%s” counts for %s', async (rule, day, cents) => {
      await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 })
      await zwalm.say('circulation.bin-return-day', rule)
      await zwalm.on('2026-11-28')
      const { patron, item } = await both()
      expect(done(await zwalm.lend(patron.card, item.barcode)).loan.dueOn).toBe('2026-12-26')
      await zwalm.on('2026-12-29')
      expect(done(await zwalm.takeIn(item.barcode, { bin: true }))).toMatchObject({ returnedOn: day, fineCents: cents })
      await zwalm.on('2026-11-24')
    })

  test('is back-dated from the loan to today, and nowhere else', async () => {
    const { patron, item } = await both()
    done(await zwalm.lend(patron.card, item.barcode))
    await zwalm.on('2026-12-30')
    for (const day of ['2026-11-23', '2026-12-31']) expect(codes(await zwalm.takeIn(item.barcode, { day }))).toEqual(['circulation.return-day'])
    expect(done(await zwalm.takeIn(item.barcode, { day: '2026-12-22' }))).toMatchObject({ returnedOn: '2026-12-22', fineCents: 0 })
    await zwalm.on('2026-11-24')
  })

  test('costs nothing under the age that the library exempts', async () => {
    await zwalm.say('circulation.fine-free-age', 14)
    const { patron, item } = await both({}, { bornOn: '2015-01-01' })
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    await zwalm.on('2026-12-30')
    expect(done(await zwalm.takeIn(item.barcode)).fineCents).toBe(0)
    expect((await zwalm.why(loan.id)).fine.join(' ')).toContain('Wie jonger is dan 14 jaar betaalt geen boete')
    await zwalm.on('2026-11-24')
  })
})

describe('renewing', () => {
  test('several at once gives each its own answer', async () => {
    const patron = await zwalm.patron()
    const lend = async () => done(await zwalm.lend(patron.card, (await zwalm.item()).barcode)).loan
    const [one, two] = [await lend(), await lend()]
    await zwalm.on('2026-12-08')
    const back = await here.database.owner('item').where({ id: (await row(two.id)).item_id }).first()
    done(await zwalm.takeIn(back.barcode))
    const { data } = done(await zwalm.renew([one.id, two.id]))
    expect(data).toMatchObject([
      { loan: one.id, renewed: true, dueOn: '2027-01-05' }, { loan: two.id, renewed: false, stops: [{ code: 'not-on-loan' }] },
    ])
    await zwalm.on('2026-11-24')
  })

  test('counts from the due day where the rule says so, and asks past the number that the rules allow', async () => {
    await zwalm.say('rules.renewal', { times: 1, start: 'due-date', blockOnline: false }, { where: { membership: '60', material: 'CD' } })
    const patron = await zwalm.patron()
    const { loan } = done(await zwalm.lend(patron.card, (await zwalm.item({ material: 'CD' })).barcode))
    expect(done(await zwalm.renew([loan.id])).data[0]).toMatchObject({ renewed: true, dueOn: '2027-01-19' })
    expect(done(await zwalm.renew([loan.id])).data[0]).toMatchObject({ renewed: false, questions: [{ code: 'renewed-often', asksReason: true }] })
    expect(done(await zwalm.renew([loan.id], { also: ['renewed-often'], reason: 'Ziekenhuis' })).data[0].renewed).toBe(true)
  })

  test('what is late keeps the fine of its first term', async () => {
    const patron = await zwalm.patron()
    const item = await zwalm.item()
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    await zwalm.on('2026-12-24')
    expect(done(await zwalm.renew([loan.id])).data[0]).toMatchObject({ renewed: true, dueOn: '2027-01-21' })
    expect(await events('circulation.renewed', loan.id)).toMatchObject([{ fineCents: 20 }])
    await zwalm.on('2027-01-22')
    expect(done(await zwalm.takeIn(item.barcode)).fineCents).toBe(30)
    await zwalm.on('2026-11-24')
  })
})

describe('what a borrower says', () => {
  test('“I brought it back” stays with loan and item until it is taken in', async () => {
    const { patron, item } = await both()
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    expect(done(await zwalm.desk.post(`/api/loans/${loan.id}/claim`, { id: randomUUID(), reason: 'Vorige week' })).claimed).toBe(true)
    expect((await zwalm.desk.get(`/api/items/${item.id}`)).body).toMatchObject({ status: 'out', subStatus: 'claimed' })
    expect(done(await zwalm.takeIn(item.barcode)).item).toMatchObject({ status: 'in', subStatus: null })
  })

  test('“I have lost it” ends the loan, with the fine of that day and the price', async () => {
    const { patron, item } = await both({ priceCents: 1500 })
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    const id = randomUUID()
    expect(done(await zwalm.desk.post(`/api/loans/${loan.id}/lost`, { id })).endedAs).toBe('lost')
    done(await zwalm.desk.post(`/api/loans/${loan.id}/lost`, { id }))
    expect(await events('circulation.lost', loan.id)).toEqual([{ loan: loan.id, fineCents: 0, priceCents: 1500 }])
    expect((await zwalm.desk.get(`/api/items/${item.id}`)).body).toMatchObject({ status: 'missing', subStatus: 'lost' })
  })
})

describe('at the desk', () => {
  test('a card shows what somebody has, what stands in the way, and that they were looked at', async () => {
    const { patron, item } = await both()
    done(await zwalm.lend(patron.card, item.barcode))
    const { status, body } = await zwalm.desk.get(`/api/desk/patron?branch=${zwalm.branch}&card=${patron.card}`)
    expect([status, body]).toEqual([200, expect.objectContaining({
      id: patron.person, name: expect.stringContaining('An Peeters'), type: expect.any(String), visits: false, fineCents: 0,
      loans: [expect.objectContaining({ dueOn: '2026-12-22' })],
    })])
    expect(await here.database.owner('audit').where({ table_name: 'person', row_id: patron.person, act: 'view' })).toHaveLength(1)
  })
})
