import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardDigest } from '#plugins/circulation/contract/card-digest.ts'
import type { Batch, Kit, ReplayedAct } from '#plugins/circulation/contract/offline.ts'
import { forgetOfflineBatches } from '#plugins/circulation/offline/batch.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A morning without a server, and the afternoon on which it is back. */
let here: Opened
let zwalm: Lending
let zoersel: Lending
const at = (time: string) => `2026-11-24T${time}:00Z`

beforeAll(async () => {
  here = await openInstallation({ now: at('14:00') })
  zwalm = await lendingAt(here, 'Zwalm')
  zoersel = await lendingAt(here, 'Zoersel')
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
interface Said { readonly id?: string; readonly time: string; readonly item: string; readonly card?: string; readonly told?: string }
const act = (kind: 'lend' | 'return', { id = randomUUID(), time, ...said }: Said) => ({ id, act: kind, at: at(time), ...said })
const lent = (said: Said & { card: string }) => act('lend', said)
const back = (said: Said) => act('return', said)

const send = async (acts: readonly object[], more: object = {}, desk: Staff = zwalm.desk) =>
  desk.post('/api/offline-batches', { id: randomUUID(), branch: zwalm.branch, device: 'Bibliobus', acts, ...more })
async function replayed(acts: readonly object[]): Promise<ReplayedAct[]> {
  const batch: Batch = done(await send(acts))
  for (;;) if (done(await zwalm.desk.post(`/api/offline-batches/${batch.id}/replay`)).left === 0) break
  return done(await zwalm.desk.get(`/api/offline-batches/${batch.id}`)).acts
}
const states = (acts: readonly ReplayedAct[]) => acts.map(({ state, faults }) => [state, ...faults.map(({ code }) => code)].join(' '))
const settle = (id: string, answer: object) => zwalm.desk.post(`/api/offline-acts/${id}/settle`, answer)
const row = (id: string) => here.database.owner('loan').where({ id }).first()
const loansOf = (item: { id: string }) => here.database.owner('loan').where({ item_id: item.id }).orderBy('lent_at')
const both = async () => ({ patron: await zwalm.patron(), item: await zwalm.item() })

describe('what a desk takes along', () => {
  test('are the dates of the days to come by rule and calendar, the same as the desk gives, and nobody’s name', async () => {
    const { patron, item } = await both()
    const kit: Kit = done(await zwalm.desk.get(`/api/desk/offline-kit?branch=${zwalm.branch}`))
    expect(kit).toMatchObject({ branch: { name: 'Zwalm centrum' }, preparedAt: expect.stringMatching(/^2026-11-24T14:00:/), until: '2026-12-03' })
    expect(kit.days.map(({ open }) => open)).toEqual([true, true, true, true, true, false, false, true, true, true])
    expect(kit.days[0]?.hours).toEqual(['10:00–18:00'])
    const book = kit.days[0]?.terms.find(({ material }) => material === 'BOEK')
    const due = book?.others.find(({ membership }) => membership === '60')?.due ?? book?.due
    expect(due).toBe(done(await zwalm.lend(patron.card, item.barcode)).loan.dueOn)
    expect(kit.cardShapes).toContain(`${patron.card.length}:CA`)
    expect(JSON.stringify(kit)).not.toMatch(/Peeters|CARD\d/)
  })

  test('are cards that are blocked, members who are banned or whose time is over: digests that tell no number', async () => {
    const [fine, banned, over, lost] = [await zwalm.patron(), await zwalm.patron(), await zwalm.patron(), await zwalm.patron()]
    await here.database.owner('membership').where({ id: banned.membership }).update({ status: 8 })
    await here.database.owner('membership').where({ id: over.membership }).update({ from_on: '2024-01-01', until_on: '2025-01-01' })
    await here.database.owner('card').where({ number: lost.card }).update({ blocked_on: '2026-11-01', block_reason: 'lost' })
    const kit: Kit = done(await zwalm.desk.get(`/api/desk/offline-kit?branch=${zwalm.branch}`))
    const isBlocked = async (card: string) => kit.blocked.includes(await cardDigest(kit.salt, card))
    expect(await Promise.all([fine, banned, over, lost].map(({ card }) => isBlocked(card)))).toEqual([false, true, true, true])
    expect(kit.blocked.every(digest => /^[0-9a-f]{6}$/.test(digest))).toBe(true)
    const again: Kit = done(await zwalm.desk.get(`/api/desk/offline-kit?branch=${zwalm.branch}`))
    expect(again.salt).not.toBe(kit.salt)
  })

  test('of a bookmobile names its stops, and each stop has its own days', async () => {
    const bus = await here.unit('bookmobile', 'Bibliobus', zwalm.library)
    const stop = await here.unit('stop', 'Dikkele', bus)
    await zwalm.openOn(stop)
    await zwalm.close('G', '2026-12-22', '2026-12-22', stop)
    const desk = await here.staff('desk', zwalm.library)
    expect(done(await desk.get(`/api/desk/offline-kit?branch=${bus}`)).stops).toEqual([{ id: stop, name: 'Dikkele' }])
    const kit: Kit = done(await desk.get(`/api/desk/offline-kit?branch=${stop}`))
    const book = kit.days[0]?.terms.find(({ material }) => material === 'BOEK')
    const due = book?.others.find(({ membership }) => membership === '60')?.due ?? book?.due
    const { patron, item } = await both()
    const loan = lent({ time: '09:00', card: patron.card, item: item.barcode, ...(due ? { told: due } : {}) })
    const batch = done(await send([loan], { branch: stop }, desk))
    expect(done(await desk.post(`/api/offline-batches/${batch.id}/replay`)).left).toBe(0)
    expect(await row(loan.id)).toMatchObject({ branch_id: stop, due_on: due })
    expect(due).toBe('2026-12-23')
  })

  test('is for who may lend there', async () => {
    expect((await zoersel.desk.get(`/api/desk/offline-kit?branch=${zwalm.branch}`)).status).toBe(403)
    expect((await zwalm.desk.get(`/api/desk/offline-kit?branch=${zwalm.library}`)).status).toBe(403)
  })
})

describe('what it did is done over', () => {
  test('in the order in which it happened, dated when it happened, and the card’s number goes', async () => {
    const [{ patron, item }, other] = [await both(), await zwalm.patron()]
    const first = lent({ time: '09:00', card: patron.card, item: item.barcode })
    const second = lent({ time: '09:40', card: other.card, item: item.barcode })
    const acts = await replayed([second, back({ time: '09:20', item: item.barcode }), first])
    expect(states(acts)).toEqual(['done', 'done', 'done'])
    expect(acts.map(({ card }) => card)).toEqual([null, null, null])
    expect(await loansOf(item)).toMatchObject([
      { id: first.id, ended_as: 'returned', returned_on: '2026-11-24', channel: 'offline', lent_on: '2026-11-24' },
      { id: second.id, ended_as: null, channel: 'offline' },
    ])
    expect(new Date((await row(first.id)).lent_at).toISOString()).toBe('2026-11-24T09:00:00.000Z')
    expect(new Date((await row(first.id)).ended_at).toISOString()).toBe('2026-11-24T09:20:00.000Z')
    expect(acts[2]).toMatchObject({ personName: null, dueOn: '2026-12-22', title: 'Wierook' })
    const numbers = await here.database.owner('offline_act').whereIn('id', acts.map(({ id }) => id)).whereNotNull('card')
    expect(numbers).toEqual([])
  })

  test('once, however often it is sent and replayed, and from two windows at a time', async () => {
    const { patron, item } = await both()
    const [batch, loan] = [randomUUID(), lent({ time: '09:00', card: patron.card, item: item.barcode })]
    const sent = await Promise.all([1, 2].map(() => send([loan], { id: batch })))
    expect(sent.map(({ status }) => status)).toEqual([201, 201])
    await Promise.all([1, 2, 3].map(() => zwalm.desk.post(`/api/offline-batches/${batch}/replay`)))
    const told = done(await send([loan], { id: batch }))
    expect([states(told.acts), told.counts]).toEqual([['done'], { waiting: 0, done: 1, open: 0, settled: 0 }])
    done(await send([loan]))
    expect(await loansOf(item)).toHaveLength(1)
    expect(await here.database.owner('loan_step').where({ loan_id: loan.id })).toHaveLength(1)
  })

  test('by one device after the other: what the second took in ends what the first lent', async () => {
    const { patron, item } = await both()
    const taken = await replayed([back({ time: '10:30', item: item.barcode })])
    expect(states(taken)).toEqual(['done circulation.was-in'])
    const loan = lent({ time: '10:00', card: patron.card, item: item.barcode })
    expect(states(await replayed([loan]))).toEqual(['done'])
    expect(await row(loan.id)).toMatchObject({ ended_as: 'returned', returned_on: '2026-11-24' })
  })

  test('before it came back at a desk that knew of no loan: both are noted, each at its time, and the item stays where it went', async () => {
    await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 })
    const sister = await here.unit('branch', 'Nederzwalm', zwalm.library)
    const [patron, item, there] = [await zwalm.patron({}, { from: '2026-01-01' }), await zwalm.item(), await here.staff('desk', sister)]
    const taken = done(await there.post('/api/returns', { id: randomUUID(), branch: sister, item: item.barcode }))
    expect(taken).toMatchObject({ loan: null, item: { status: 'transit' } })
    const loan = { id: randomUUID(), act: 'lend', at: '2026-10-06T09:00:00Z', item: item.barcode, card: patron.card }
    expect(states(await replayed([loan]))).toEqual(['done circulation.came-back'])
    expect(await row(loan.id)).toMatchObject({
      lent_on: '2026-10-06', due_on: '2026-11-03', ended_as: 'returned', returned_on: '2026-11-24', return_branch_id: sister, fine_cents: 150,
    })
    const now = (await zwalm.desk.get(`/api/items/${item.id}`)).body
    expect(now).toMatchObject({ status: 'transit', at: { name: 'Nederzwalm' } })
  })

  test('by a colleague who has nothing to do with the branch where it came back', async () => {
    const sister = await here.unit('branch', 'Munkzwalm', zwalm.library)
    const [{ patron, item }, there] = [await both(), await here.staff('desk', sister)]
    const elsewhere = done(await send([back({ time: '10:30', item: item.barcode })], { branch: sister }, there))
    done(await there.post(`/api/offline-batches/${elsewhere.id}/replay`))
    const loan = lent({ time: '10:00', card: patron.card, item: item.barcode })
    expect(states(await replayed([loan]))).toEqual(['done'])
    expect(await row(loan.id)).toMatchObject({ ended_as: 'returned', return_branch_id: sister })
    expect(done(await there.get(`/api/offline-batches/${elsewhere.id}`)).acts).toMatchObject([{ state: 'done', faults: [] }])
  })

  test('a return from before the last one moves nothing back', async () => {
    const sister = await here.unit('branch', 'Dikkelvenne', zwalm.library)
    const [item, there] = [await zwalm.item(), await here.staff('desk', sister)]
    done(await there.post('/api/returns', { id: randomUUID(), branch: sister, item: item.barcode }))
    expect(states(await replayed([back({ time: '09:00', item: item.barcode })]))).toEqual(['done circulation.was-in'])
    expect((await zwalm.desk.get(`/api/items/${item.id}`)).body).toMatchObject({ status: 'transit', at: { name: 'Dikkelvenne' } })
  })

  test('on a day before: a late return costs what it cost that day', async () => {
    await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 })
    await zwalm.on('2026-10-06')
    const { patron, item } = await both()
    const { loan } = done(await zwalm.lend(patron.card, item.barcode))
    await zwalm.on('2026-11-24', '14:00')
    await replayed([{ id: randomUUID(), act: 'return', at: `2026-11-04T09:00:00Z`, item: item.barcode }])
    expect(await row(loan.id)).toMatchObject({ due_on: '2026-11-03', returned_on: '2026-11-04', fine_cents: 10 })
  })

  test('keeping the day that was said aloud, as far as a desk could have said it', async () => {
    const { patron, item } = await both()
    await zwalm.say('rules.loan', { loanDays: 42, renewalDays: 28, minimumAge: 0, feeCents: 0 }, { where: { material: 'DVD' } })
    const [promised, forged] = [
      lent({ time: '09:00', card: patron.card, item: item.barcode, told: '2027-01-05' }),
      lent({ time: '09:01', card: patron.card, item: (await zwalm.item()).barcode, told: '2031-01-05' }),
    ]
    const [kept, not] = await replayed([promised, forged])
    expect([kept?.dueOn, not?.dueOn]).toEqual(['2027-01-05', '2026-12-22'])
    expect(await here.database.owner('loan_step').where({ loan_id: promised.id }).orderBy('act')).toMatchObject([
      { act: 'lent', due_after: '2026-12-22' }, { act: 'moved', due_before: '2026-12-22', due_after: '2027-01-05' },
    ])
  })

  test('an act of a clock that runs ahead happened now', async () => {
    const { patron, item } = await both()
    const loan = lent({ time: '19:00', card: patron.card, item: item.barcode })
    expect(states(await replayed([back({ time: '19:01', item: item.barcode }), loan]))).toEqual(['done', 'done'])
    expect((await row(loan.id)).ended_as).toBe('returned')
    const ago = here.clock.now.epochMilliseconds - new Date((await row(loan.id)).lent_at).getTime()
    expect(ago).toBeLessThan(5000)
  })
})

describe('what stands in the way', () => {
  test('is told of each act, leaves no loan behind and does not keep the others', async () => {
    const { patron, item } = await both()
    const banned = await zwalm.patron()
    await here.database.owner('membership').where({ id: banned.membership }).update({ status: 8 })
    const [reference, taken] = [await zwalm.item({ notForLoan: true }), await zwalm.item()]
    await zwalm.on('2026-11-21')
    done(await zwalm.lend((await zwalm.patron()).card, taken.barcode))
    await zwalm.on('2026-11-24', '14:00')
    const acts = await replayed([
      lent({ time: '09:00', card: 'NIEMAND1', item: item.barcode }), lent({ time: '09:01', card: patron.card, item: 'NIETS1234' }),
      lent({ time: '09:02', card: banned.card, item: (await zwalm.item()).barcode }), lent({ time: '09:03', card: patron.card, item: reference.barcode }),
      lent({ time: '09:04', card: patron.card, item: taken.barcode }), back({ time: '09:05', item: 'NIETS1234' }),
      lent({ time: '09:06', card: patron.card, item: item.barcode }),
    ])
    expect(states(acts)).toEqual([
      'refused circulation.unknown-card', 'refused circulation.unknown-item', 'refused patrons.banned', 'asks circulation.not-for-loan',
      'asks circulation.on-loan-to-another', 'refused circulation.unknown-item', 'done',
    ])
    expect(await loansOf(reference)).toEqual([])
    expect(acts.map(({ personName }) => personName !== null)).toEqual([false, true, true, true, true, false, false])
    expect(await here.database.owner('audit').where({ act: 'view', row_id: patron.person })).not.toHaveLength(0)
    const { data } = done(await zwalm.desk.get(`/api/offline-batches?branch=${zwalm.branch}`))
    expect(data.map(({ counts }: Batch) => counts)).toContainEqual({ waiting: 0, done: 1, open: 6, settled: 0 })
    const kept = await here.database.owner('offline_act').where({ id: acts[4]?.id }).first()
    expect(JSON.stringify(kept.faults)).not.toMatch(/Peeters/)

    const passed = done(await settle(acts[3]?.id ?? '', { as: 'again', pass: true, reason: 'Tentoonstelling' }))
    expect([passed.state, (await row(passed.id)).term.passed]).toEqual(['done', ['not-for-loan']])
    expect(done(await settle(acts[4]?.id ?? '', { as: 'again', pass: true })).state).toBe('done')
    expect((await loansOf(taken)).map(({ ended_as: as }) => as)).toEqual(['passed-on', null])
    const mended = done(await settle(acts[1]?.id ?? '', { as: 'again', item: (await zwalm.item()).barcode }))
    expect(mended.state).toBe('done')
    expect(done(await settle(acts[2]?.id ?? '', { as: 'again', pass: true, reason: 'Toch wel' })).state).toBe('refused')
    expect(done(await settle(acts[2]?.id ?? '', { as: 'leave', reason: 'Kaart ingehouden' }))).toMatchObject({ state: 'left', card: null, note: 'Kaart ingehouden' })
    expect(done(await settle(acts[2]?.id ?? '', { as: 'again' })).state).toBe('left')
  })

  test('is above all what happened to the item later, which stands', async () => {
    await zwalm.on('2026-11-21', '12:00')
    const [{ patron, item }, other, home] = [await both(), await zwalm.patron(), await zwalm.item()]
    const { loan: earlier } = done(await zwalm.lend(other.card, home.barcode))
    await zwalm.on('2026-11-24', '12:00')
    const { loan } = done(await zwalm.lend(other.card, item.barcode))
    await zwalm.on('2026-11-24', '13:00')
    done(await zwalm.takeIn(home.barcode))
    await zwalm.on('2026-11-24', '14:00')
    const acts = await replayed([
      lent({ time: '09:00', card: patron.card, item: item.barcode }), back({ time: '09:30', item: item.barcode }),
      lent({ time: '09:40', card: patron.card, item: home.barcode }),
    ])
    expect(states(acts)).toEqual(['overtaken circulation.lent-since', 'overtaken circulation.lent-since', 'overtaken circulation.brought-since'])
    expect((await loansOf(item)).map(({ id, ended_as: as }) => [id, as])).toEqual([[loan.id, null]])
    expect((await loansOf(home)).map(({ id }) => id)).toEqual([earlier.id])
    expect(done(await settle(acts[0]?.id ?? '', { as: 'leave' })).state).toBe('left')
  })
})

describe('of another library', () => {
  test('a batch and an act are nothing, and nobody sends in there', async () => {
    const { patron, item } = await both()
    const batch = done(await send([lent({ time: '09:00', card: patron.card, item: item.barcode })]))
    const asked = [
      await zoersel.desk.get(`/api/offline-batches/${batch.id}`), await zoersel.desk.post(`/api/offline-batches/${batch.id}/replay`),
      await zoersel.desk.post(`/api/offline-acts/${batch.acts[0].id}/settle`, { as: 'leave' }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await zoersel.desk.get(`/api/offline-batches?branch=${zwalm.branch}`)).status).toBe(403)
    expect((await send([back({ time: '09:00', item: item.barcode })], {}, zoersel.desk)).status).toBe(403)
    expect((await send([back({ time: '09:00', item: item.barcode })], { id: batch.id, branch: zoersel.branch }, zoersel.desk)).status).toBe(404)
    await replayed([back({ time: '09:30', item: item.barcode })])
  })
})

describe('what is known of a person', () => {
  test('is told to them, erased with them, and forgotten after a quarter', async () => {
    const patron = await zwalm.patron()
    const [refused] = await replayed([lent({ time: '09:00', card: patron.card, item: 'NIETS1234' })])
    expect(await here.database.owner('offline_act').where({ id: refused?.id }).first()).toMatchObject({ person_id: patron.person, card: patron.card })
    const { circulation } = await import('#plugins/circulation/index.ts')
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => {
      expect((await circulation.personalData?.collect(ctx, patron.person))?.['offline_act']).toMatchObject([{ item: 'NIETS1234', card: patron.card }])
      await circulation.personalData?.erase(ctx, patron.person)
    })
    expect(await here.database.owner('offline_act').where({ id: refused?.id }).first()).toMatchObject({ person_id: null, card: null })
    here.clock.now = Temporal.Instant.from('2027-03-01T05:00:00Z')
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, forgetOfflineBatches)
    expect(await here.database.owner('offline_act')).toEqual([])
  })
})
