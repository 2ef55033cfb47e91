import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { asked } from '../patrons/people.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A member reads and renews their own loans on a website, which acts for the card it names and for nobody else. */
let here: Opened
let zwalm: Lending
let site: Staff

beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(here, 'Zwalm')
  site = await here.staff('website', zwalm.library)
}, 60_000)
beforeEach(() => on('2026-11-24'))
afterAll(() => here.close())

interface OnlineLoan { id: string; renewal: { stops: { code: string; message: string }[]; dueOn: string | null } }

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const loans = async (card: string, by = site) => done(await by.post('/api/online/loans', { card })).data as OnlineLoan[]
const renew = (card: string, ids: readonly string[], by = site) =>
  by.post('/api/online/renewals', { card, loans: ids.map(loan => ({ id: randomUUID(), loan })) })
const codesOf = (loan: OnlineLoan | undefined) => loan?.renewal.stops.map(({ code }) => code)
/** Signed in on the website on that day. */
const on = async (day: string, at = zwalm) => {
  await at.on(day)
  site = await here.staff('website', zwalm.library)
}
const lent = async (at: Lending, card: string, more: object = {}) => {
  const item = await at.item(more)
  return { item, loan: done(await at.lend(card, item.barcode)).loan.id as string }
}

describe('own loans', () => {
  test('stand with their due day, what is due first at the top, and what renewing would give', async () => {
    const { card, person } = await zwalm.patron()
    const { loan } = await lent(zwalm, card, { title: 'Het verdriet', author: 'Hugo Claus' })
    await on('2026-12-08')
    expect(await loans(card)).toEqual([{
      id: loan, title: 'Het verdriet', author: 'Hugo Claus', materialName: expect.any(String), library: 'Zwalm', branch: 'Zwalm centrum',
      lentOn: '2026-11-24', dueOn: '2026-12-22', late: false, fineCents: 0, renewals: 0, renewal: { stops: [], dueOn: '2027-01-05', costCents: 0 },
    }])
    const { rows } = await here.database.owner.raw(`
      select b.body ->> 'purpose' as purpose from audit a join audit_body b on b.audit_id = a.id
      where a.act = 'view' and a.row_id = ? and a.actor = ?`, [person, site.id])
    expect(rows).toEqual([{ purpose: 'online' }])
  })

  test('are renewed one or all, each under an id of its own, and cost what the rules say', async () => {
    await zwalm.say('rules.renewal-cost', 20)
    const { card } = await zwalm.patron()
    const [one, other] = [await lent(zwalm, card), await lent(zwalm, card)]
    await on('2026-12-08')
    const wanted = [{ id: randomUUID(), loan: one.loan }, { id: randomUUID(), loan: other.loan }]
    const first = done(await site.post('/api/online/renewals', { card, loans: wanted })).data
    expect(first).toMatchObject([{ loan: one.loan, renewed: true, dueOn: '2027-01-05', costCents: 20, stops: [] }, { loan: other.loan, renewed: true }])
    const again = done(await site.post('/api/online/renewals', { card, loans: wanted })).data
    expect(again.map(({ dueOn, renewed }: { dueOn: string; renewed: boolean }) => [dueOn, renewed])).toEqual([['2027-01-05', true], ['2027-01-05', true]])
    const { owner } = here.database
    expect(await owner('event').where({ name: 'circulation.renewed' }).whereRaw(`detail ->> 'loan' = ?`, [one.loan]).select('detail'))
      .toEqual([{ detail: { loan: one.loan, feeCents: 20, fineCents: 0 } }])
    expect(await owner('loan').where({ id: one.loan }).first('renewals')).toEqual({ renewals: 1 })
    expect(await loans(card)).toMatchObject([{ renewal: { stops: [{ code: 'renewed-often', message: 'Je verlengde dit al een keer; meer kan niet.' }] } }, {}])
    expect(done(await renew(card, [one.loan])).data).toMatchObject([{ renewed: false, dueOn: '2027-01-05', stops: [{ code: 'renewed-often' }] }])
    await zwalm.say('rules.renewal-cost', 0)
  })

  test('renewed twice at once are renewed once', async () => {
    const { card } = await zwalm.patron()
    const { loan } = await lent(zwalm, card)
    await on('2026-12-08')
    const answers = await Promise.all([renew(card, [loan]), renew(card, [loan])])
    expect(answers.map(({ body }) => body.data[0].renewed).toSorted()).toEqual([false, true])
    expect(await here.database.owner('loan').where({ id: loan }).first('renewals')).toEqual({ renewals: 1 })
  })

  test('are refused with everything that is in the way, in words for the member', async () => {
    const { card } = await zwalm.patron()
    const { loan } = await lent(zwalm, card)
    expect(codesOf((await loans(card))[0])).toEqual(['gains-nothing'])
    await zwalm.say('rules.renewal', { times: 1, start: 'renewal-day', blockOnline: true })
    await zwalm.desk.post(`/api/loans/${loan}/claim`, { id: randomUUID() })
    expect((await loans(card))[0]?.renewal.stops).toMatchObject([
      { code: 'claimed', message: 'Je meldde dat dit al terug is. Kom langs aan de balie.' },
      { code: 'not-online', message: 'Dit verleng je alleen aan de balie.' },
    ])
    await zwalm.say('rules.renewal', { times: 1, start: 'renewal-day', blockOnline: false })
  })

  test('heed the blocks online: a fee that is owed and an expired membership stop, an unconfirmed renewal does not', async () => {
    const { card, membership } = await zwalm.patron({}, { from: '2026-01-01' })
    await lent(zwalm, card)
    await on('2026-12-08')
    const set = (fields: object) => here.database.owner('membership').where({ id: membership }).update(fields)
    await set({ status: 2, fee_cents: 500 })
    expect((await loans(card))[0]?.renewal.stops).toEqual([{ code: 'unpaid-fee', message: 'Betaal eerst je lidgeld.' }])
    await set({ status: 5, online_since: new Date() })
    expect(codesOf((await loans(card))[0])).toEqual([])
    await set({ until_on: '2026-12-01' })
    expect(codesOf((await loans(card))[0])).toEqual(['expired'])
  })

  test('wait for what is long overdue, and what is late costs what it costs, nothing for children', async () => {
    await zwalm.say('circulation.overdue-block-days', 14)
    await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 750 })
    await zwalm.say('circulation.fine-free-age', 12)
    const [adult, child] = [await zwalm.patron(), await zwalm.patron({ bornOn: '2018-05-01' }, { type: '1' })]
    await lent(zwalm, adult.card)
    await lent(zwalm, child.card)
    await on('2027-01-08')
    expect(await loans(adult.card)).toMatchObject([{
      late: true, fineCents: expect.any(Number), renewal: { stops: [{ code: 'long-overdue', message: 'Breng eerst terug wat al lang te laat is.' }] },
    }])
    expect((await loans(adult.card))[0]).not.toMatchObject({ fineCents: 0 })
    expect(await loans(child.card)).toMatchObject([{ late: true, fineCents: 0 }])
    await zwalm.say('circulation.overdue-block-days', null)
  })
})

describe('a website', () => {
  test('acts for the card it names only: another’s loan is nothing, and an id of another loan is refused', async () => {
    const [one, other] = [await zwalm.patron(), await zwalm.patron()]
    const [mine, theirs] = [await lent(zwalm, one.card), await lent(zwalm, other.card)]
    const [foreign, nowhere] = [await renew(one.card, [theirs.loan]), await renew(one.card, [randomUUID()])]
    expect([foreign.status, { ...foreign.body, request: '' }]).toEqual([404, { ...nowhere.body, request: '' }])
    await on('2026-12-08')
    const id = randomUUID()
    done(await site.post('/api/online/renewals', { card: one.card, loans: [{ id, loan: mine.loan }] }))
    expect((await site.post('/api/online/renewals', { card: other.card, loans: [{ id, loan: theirs.loan }] })).body.code).toBe('core.id-used')
  })

  test('of another library, and for a card of a prison, knows nobody; the desk has no part in it', async () => {
    const zoersel = await lendingAt(here, 'Zoersel')
    const theirSite = await here.staff('website', zoersel.library)
    const { card } = await zwalm.patron()
    const prison = await here.unit('branch', 'Gevangenis', zwalm.library)
    await here.apply({ kind: 'parameters.set', payload: { unit: prison, parameter: 'patrons.discreet', from: '2020-01-01', to: null, value: true } })
    const inside = await here.staff('prison-library', prison)
    const held = done(await inside.post('/api/patrons', asked(prison, { type: '158', card: 'INSIDE1' })))
    const refusals = [
      await theirSite.post('/api/online/loans', { card }), await site.post('/api/online/loans', { card: held.card }),
      await site.post('/api/online/loans', { card: '29999000000019' }),
    ]
    for (const { status, body } of refusals) expect([status, body.code]).toEqual([404, 'patrons.no-such-member'])
    expect((await zwalm.desk.post('/api/online/loans', { card })).status).toBe(403)
    expect((await site.post('/api/loans', { id: randomUUID(), branch: zwalm.branch, card, item: 'X123' })).status).toBe(403)
  })

  test('shows nothing of what somebody borrows elsewhere, or borrowed in a prison', async () => {
    const prison = await here.unit('branch', 'Cellen', zwalm.library)
    await here.apply({ kind: 'parameters.set', payload: { unit: prison, parameter: 'patrons.discreet', from: '2020-01-01', to: null, value: true } })
    const gavere = await lendingAt(here, 'Gavere')
    const one = await zwalm.patron()
    const { loan } = await lent(zwalm, one.card)
    const known = await here.database.owner('person').where({ id: one.person }).first()
    const person = { id: randomUUID(), kind: 'person', familyName: known.family_name, bornOn: known.born_on, addresses: known.addresses }
    const second = done(await gavere.desk.post('/api/patrons', asked(gavere.branch, { person, onto: one.person, card: 'GAVERE1' })))
    const item = await gavere.item()
    const away = done(await gavere.lend('GAVERE1', item.barcode)).loan.id as string
    const region = await here.staff('website', SYSTEM)
    expect((await loans(one.card, region)).map(({ id }) => id)).toEqual([loan])
    expect((await loans('GAVERE1', region)).map(({ id }) => id)).toEqual([away])
    expect((await renew(one.card, [away], region)).status).toBe(404)
    await here.database.owner('membership').where({ id: second.membership }).update({ discreet: true })
    expect((await region.post('/api/online/loans', { card: 'GAVERE1' })).status).toBe(404)
    expect((await loans(one.card, region)).map(({ id }) => id)).toEqual([loan])
  })

  test('of a partner in a group of level 3 shows all that its guest has, and renews what it lent itself', async () => {
    const group = await here.unit('group', 'Vlaamse Ardennen', SYSTEM, { level: '3a' })
    const [own, partner] = [await lendingAt(here, 'Ronse', group), await lendingAt(here, 'Brakel', group)]
    const { card } = await own.patron()
    const [atOwn, atPartner] = [await lent(own, card), await lent(partner, card)]
    await on('2026-12-08')
    const theirSite = await here.staff('website', partner.library)
    const read = await loans(card, theirSite)
    expect(read.find(({ id }) => id === atOwn.loan)?.renewal.stops).toMatchObject([{ code: 'elsewhere', message: 'Verleng dit bij Ronse.' }])
    expect(read.find(({ id }) => id === atPartner.loan)?.renewal).toMatchObject({ stops: [], dueOn: '2027-01-05' })
    expect(done(await renew(card, [atPartner.loan, atOwn.loan], theirSite)).data.map(({ renewed }: { renewed: boolean }) => renewed)).toEqual([true, false])
    const ownSite = await here.staff('website', own.library)
    expect(done(await renew(card, [atOwn.loan], ownSite)).data[0].renewed).toBe(true)
  })
})
