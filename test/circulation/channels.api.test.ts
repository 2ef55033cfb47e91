import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** Every block goes as far as domain/1 §8 says, by whichever way somebody lends or renews. */
let here: Opened
let zwalm: Lending
let site: Staff

const on = async (day: string) => {
  await zwalm.on(day)
  site = await here.staff('website', zwalm.library)
}
beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(here, 'Zwalm')
  await on('2026-11-24')
}, 60_000)
afterAll(() => here.close())

const codes = ({ body }: Answer): string[] => body.faults.map(({ code }: { code: string }) => code.slice(code.indexOf('.') + 1))
const told = (answer: Answer) => answer.status === 201 ? 'done' : `${answer.status === 409 ? 'asks' : 'stops'} ${codes(answer).join(' ')}`

interface Somebody { readonly card: string; readonly membership: string; readonly loan: string }

const ways = {
  async lend({ card }: Somebody) {
    return told(await zwalm.lend(card, (await zwalm.item()).barcode))
  },
  async 'lend at self-service'({ card }: Somebody) {
    return told(await zwalm.lend(card, (await zwalm.item()).barcode, { channel: 'self-service' }))
  },
  async renew({ loan }: Somebody) {
    return renewal(await zwalm.renew([loan]))
  },
  async 'renew at self-service'({ loan }: Somebody) {
    return renewal(await zwalm.renew([loan], { channel: 'self-service' }))
  },
  async 'renew online'({ card, loan }: Somebody) {
    return renewal(await site.post('/api/online/renewals', { card, loans: [{ id: randomUUID(), loan }] }))
  },
  async 'lend without a server'({ card }: Somebody) {
    const act = { id: randomUUID(), act: 'lend', card, item: (await zwalm.item()).barcode, at: '2026-12-08T09:00:00Z' }
    const { body } = await zwalm.desk.post('/api/offline-batches', { id: randomUUID(), branch: zwalm.branch, device: 'Bus', acts: [act] })
    await zwalm.desk.post(`/api/offline-batches/${body.id}/replay`)
    const { acts: [done] } = (await zwalm.desk.get(`/api/offline-batches/${body.id}`)).body
    const faults = done.faults.map(({ code }: { code: string }) => code.slice(code.indexOf('.') + 1)).join(' ')
    return done.state === 'done' ? 'done' : `${done.state === 'asks' ? 'asks' : 'stops'} ${faults}`
  },
} as const
type Way = keyof typeof ways

function renewal({ body }: Answer): string {
  const { renewed, stops, questions = [] } = body.data[0]
  const of = (list: readonly { code: string }[]) => list.map(({ code }) => code).join(' ')
  return renewed ? 'done' : stops.length ? `stops ${of(stops)}` : `asks ${of(questions)}`
}

const everyWay = (answer: string): Record<Way, string> => ({
  lend: answer, 'lend at self-service': answer, renew: answer, 'renew at self-service': answer, 'renew online': answer, 'lend without a server': answer,
})
/** What the desk is asked stops whoever stands alone. */
const asksAtDesk = (code: string): Record<Way, string> => ({
  ...everyWay(`stops ${code}`), lend: `asks ${code}`, renew: `asks ${code}`, 'lend without a server': `asks ${code}`,
})

describe('a block', () => {
  const year = { from_on: '2026-01-01', until_on: '2026-12-31' }
  test.each<[string, object, Record<Way, string>]>([
    ['none', {}, everyWay('done')],
    ['of a fee that is owed', { status: 2, fee_cents: 500 }, asksAtDesk('unpaid-fee')],
    ['of a fee after two reminders', { status: 4, fee_cents: 500 }, asksAtDesk('unpaid-fee')],
    ['of a membership that expired', { ...year, until_on: '2026-12-01' }, asksAtDesk('expired')],
    ['of whoever is banned', { status: 8 }, everyWay('stops banned')],
    ['of whoever enrolled online and was not seen', { online_since: new Date() }, { ...everyWay('stops internet-block'), 'renew online': 'done' }],
    ['of an enrolment that nobody verified', { status: 6 }, everyWay('stops not-verified')],
  ])('%s', async (_name, fields, expected) => {
    const found: Record<string, string> = {}
    for (const [way, go] of Object.entries(ways)) {
      await on('2026-11-24')
      const patron = await zwalm.patron()
      const { body } = await zwalm.lend(patron.card, (await zwalm.item()).barcode)
      await on('2026-12-08')
      if (Object.keys(fields).length) await here.database.owner('membership').where({ id: patron.membership }).update(fields)
      found[way] = await go({ ...patron, loan: body.loan.id })
    }
    expect(found).toEqual(expected)
  })

  test('of an age beside the type asks at the desk and does not keep a machine or a website', async () => {
    await zwalm.say('patrons.oldest', 30, { where: { membership: '60' } })
    const found: Record<string, string> = {}
    for (const [way, go] of Object.entries(ways)) {
      await on('2026-11-24')
      const patron = await zwalm.patron({ bornOn: '2005-01-01' })
      const { body } = await zwalm.lend(patron.card, (await zwalm.item()).barcode)
      await on('2026-12-08')
      await here.database.owner('person').where({ id: patron.person }).update({ born_on: '1970-01-01' })
      found[way] = await go({ ...patron, loan: body.loan.id })
    }
    expect(found).toEqual({
      ...everyWay('done'), lend: 'asks too-old', renew: 'asks too-old', 'lend without a server': 'asks too-old',
    })
    await zwalm.say('patrons.oldest', null, { where: { membership: '60' } })
  })
})

describe('at self-service', () => {
  const alone = { channel: 'self-service' }

  test('nobody passes a question, and nobody reads who else has an item', async () => {
    const [jan, els, item] = [await zwalm.patron(), await zwalm.patron(), await zwalm.item({ notForLoan: true })]
    await zwalm.lend(jan.card, item.barcode, { also: ['not-for-loan'], reason: 'Tentoonstelling' })
    const answer = await zwalm.lend(els.card, item.barcode, { ...alone, also: ['not-for-loan', 'on-loan-to-another'], reason: 'Zelf gedaan' })
    expect([answer.status, codes(answer)]).toEqual([422, ['not-for-loan', 'on-loan-to-another']])
    expect(answer.body.faults.map(({ message }: { message: string }) => message)).toEqual([
      'Dit kun je alleen hier inkijken.', 'Dit staat nog op een andere kaart. Ga ermee naar de balie.',
    ])
    expect(JSON.stringify(answer.body)).not.toContain('Peeters')
  })

  test('what the house renews at the desk only is not renewed, by list or by scan', async () => {
    await on('2026-11-24')
    await zwalm.say('rules.renewal', { times: 0, start: 'renewal-day', blockOnline: true })
    const [{ card }, { barcode }] = [await zwalm.patron(), await zwalm.item()]
    const { loan } = (await zwalm.lend(card, barcode)).body
    await on('2026-12-08')
    expect((await zwalm.renew([loan.id], { ...alone, also: ['renewed-often'], reason: 'Zelf gedaan' })).body.data[0]).toMatchObject({
      renewed: false, questions: [], stops: [
        { code: 'not-online', message: 'Dit verleng je alleen aan de balie.' }, { code: 'renewed-often', message: 'Dit verlengde je al zo vaak als mag.' },
      ],
    })
    expect(told(await zwalm.lend(card, barcode, alone))).toBe('stops not-online renewed-often')
    expect(renewal(await zwalm.renew([loan.id], { also: ['renewed-often'], reason: 'Vakantie' }))).toBe('done')
  })
})
