import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { close, hours, week } from '../branches/region.ts'

let here: Opened
let admin: Staff
let turnhout: UnitId
let merksplas: UnitId
let branch: UnitId
let empty: UnitId

const basis = { number: 'GR/2025/14', date: '2025-01-27', article: '3' }
const rule = (unit: UnitId, parameter: string, value: unknown, more: object = {}) =>
  ({ kind: 'parameters.set', payload: { unit, parameter, from: '2025-02-03', to: null, value, ...more } })
const done = (answer: { status: number; body: unknown }) => expect([answer.status, answer.body]).toEqual([201, expect.anything()])
const tried = async (query: string, who = admin) => (await who.get(`/api/rules/try?${query}`)).body
const dayOf = (list: { what: string; day: string }[]) => Object.fromEntries(list.map(({ what, day }) => [what, day]))
const fineOn = (list: { day: string; cents: number }[], day: string) => list.findLast(one => one.day <= day)?.cents ?? 0

/** BibliNK23 (domain/1 §4.13): open Tuesday to Saturday, closed on 21 April and 1 May. */
beforeAll(async () => {
  here = await openInstallation({ now: '2025-02-03T09:00:00Z' })
  admin = await here.staff('system-admin')
  const group = await here.unit('group', 'BibliNK23', SYSTEM, { level: '1', code: 'G23' })
  turnhout = await here.unit('library', 'Oud-Turnhout', group)
  merksplas = await here.unit('library', 'Merksplas', SYSTEM)
  branch = await here.unit('branch', 'Oud-Turnhout centrum', turnhout)
  empty = await here.unit('branch', 'Nog zonder uren', turnhout)
  await here.apply(
    hours(branch, { week }), close([branch], '2025-04-21'), close([branch], '2025-05-01'),
    close([branch], '2025-07-28', '2025-08-10', { kind: 'V', text: 'vakantie' }),
  )
  done(await admin.change([
    rule(group, 'rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 }, { basis }),
    rule(group, 'rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 3 }),
  ]))
})
afterAll(() => here.close())

describe('the worked example of BibliNK23', () => {
  test('comes out to the cent and the day', async () => {
    const loan = await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-03-04&returned=2025-05-07`)
    expect(loan).toMatchObject({
      unitName: 'Oud-Turnhout centrum', lendable: true, minimumAge: 0, fineLine: 'per-day',
      membership: { code: '60', name: 'Volwassene', unused: false }, material: { code: 'BOEK', name: 'Boek' },
      loan: { loanDays: 28 }, due: { raw: '2025-04-01', day: '2025-04-01', shifts: [] },
      fineAt: { day: '2025-05-07', daysLate: 36, days: 25, periods: 25, cents: 250 }, maximumOn: '2025-05-14',
    })
    expect(dayOf(loan.reminders)).toEqual({
      'pre-notice': '2025-03-29', 'reminder-1': '2025-04-08', 'reminder-2': '2025-04-22', bill: '2025-05-06',
    })
    expect(loan.reminders.at(-1)).toEqual({ what: 'bill', day: '2025-05-06', fineCents: 240 })
    expect(['2025-04-01', '2025-04-02', '2025-05-06', '2025-05-07', '2025-05-13', '2025-05-14', '2026-01-01']
      .map(day => fineOn(loan.fine, day))).toEqual([0, 10, 240, 250, 290, 300, 300])
    expect(loan.fine).toHaveLength(30)
    expect(loan.fine[0]).toEqual({ daysLate: 1, day: '2025-04-02', cents: 10 })
  })

  test('says which rule decided, whose it is, since when and by whom', async () => {
    const { why } = await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-03-04`)
    expect(why.map((one: { parameter: string; text: string }) => [one.parameter, one.text])).toEqual([
      ['rules.loan', '28/28/0'], ['rules.renewal', '1/V'], ['rules.fine', '0,10/0/3,00'], ['rules.fine-closed-days', 'nee'],
      ['rules.fine-line', 'elke dag de regel van die dag'], ['rules.dunning', '7/14/35/3'], ['rules.hold', '0/0/0'],
    ])
    expect(why[2]).toMatchObject({
      title: 'Boetemethode', unitName: 'BibliNK23', since: '2025-02-03', by: expect.stringContaining('system-admin'), whereText: '',
    })
    expect(why[0]).toMatchObject({ unit: null, unitName: null, since: null, by: null })
  })

  test('reads the same at another library, which knows the rule but not who made it', async () => {
    const neighbour = await here.staff('library-admin', merksplas)
    const loan = await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-03-04`, neighbour)
    expect(loan.due.day).toBe('2025-04-01')
    expect(loan.why.find((one: { parameter: string }) => one.parameter === 'rules.fine')).toMatchObject({
      text: '0,10/0/3,00', unitName: 'BibliNK23', by: null,
    })
  })
})

describe('the calendar decides', () => {
  test('a loan that falls in the vacation is due on the same weekday after it, and costs nothing meanwhile', async () => {
    const loan = await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-07-01&returned=2025-08-12`)
    expect(loan.due).toEqual({
      raw: '2025-07-29', day: '2025-08-12', shifts: [{ from: '2025-07-29', to: '2025-08-12', because: 'V' }],
    })
    expect(loan.fineAt).toMatchObject({ daysLate: 0, cents: 0 })
    const before = await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-06-27&returned=2025-08-12`)
    expect([before.due.day, before.fineAt]).toEqual([
      '2025-07-25', { day: '2025-08-12', daysLate: 18, days: 2, periods: 2, cents: 20 },
    ])
  })

  test('a closing day moves it to the next open day', async () => {
    expect((await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-04-03`)).due)
      .toEqual({ raw: '2025-05-01', day: '2025-05-02', shifts: [{ from: '2025-05-01', to: '2025-05-02', because: 'G' }] })
  })

  test('without an open day before the horizon nothing can be due', async () => {
    const loan = await tried(`unit=${empty}&membership=60&material=BOEK&day=2025-03-04&returned=2025-05-07`)
    expect(loan).toMatchObject({ due: null, fine: [], reminders: [], maximumOn: null, lendable: true })
    expect(loan.fineAt).toBeUndefined()
    const late = await tried(`unit=${branch}&day=2049-12-31&returned=2049-12-31`)
    expect(late).toMatchObject({ due: { day: '2050-01-28' }, fineAt: { cents: 0 } })
  })
})

describe('rules that differ', () => {
  test('what is not lendable keeps its term for the desk that lends it all the same', async () => {
    done(await admin.change([rule(turnhout, 'rules.loan', { loanDays: 63, renewalDays: 0, feeCents: 0, minimumAge: 99 }, {
      where: { material: 'EREADER' },
    })]))
    const loan = await tried(`unit=${branch}&membership=60&material=EREADER&day=2025-03-04`)
    expect(loan).toMatchObject({ lendable: false, minimumAge: 99, due: { raw: '2025-05-06' }, loan: { renewalDays: 0 } })
    expect(loan.why[0]).toMatchObject({ text: '63/0/99', unitName: 'Oud-Turnhout', whereText: 'EREADER E-reader' })
  })

  test('a season holds for what is lent in it', async () => {
    done(await admin.change([rule(turnhout, 'rules.loan', { loanDays: 42, renewalDays: 28, feeCents: 0, minimumAge: 0 }, {
      where: { material: 'BOEK' }, season: { from: '06-15', to: '08-31' },
    })]))
    const dueOf = async (day: string) => (await tried(`unit=${branch}&membership=60&material=BOEK&day=${day}`)).due.raw
    expect([await dueOf('2025-06-14'), await dueOf('2025-06-15'), await dueOf('2026-08-31'), await dueOf('2026-09-01')])
      .toEqual(['2025-07-12', '2025-07-27', '2026-10-12', '2026-09-29'])
    const { why } = await tried(`unit=${branch}&membership=60&material=BOEK&day=2025-07-01`)
    expect(why[0].whereText).toBe('BOEK Boek, elk jaar van 15 juni tot en met 31 augustus')
  })

  test('a fine that changes while something is out counts as the house says', async () => {
    done(await admin.change([rule(branch, 'rules.fine', { amountCents: 20, periodDays: 1, graceDays: 0, maximumCents: 500 }, {
      where: { material: 'CD' }, from: '2025-04-05', basis,
    })]))
    // Due on Tuesday 1 April: late on Wednesday, Thursday and Friday by the old rule, on Saturday and Tuesday by the new.
    const query = `unit=${branch}&membership=60&material=CD&day=2025-03-04&returned=2025-04-08`
    const perDay = await tried(query)
    expect(perDay).toMatchObject({ fineLine: 'per-day', fineAt: { days: 5, cents: 70 } })
    expect(perDay.why.filter((one: { parameter: string }) => one.parameter === 'rules.fine')).toMatchObject([
      { text: '0,10/0/3,00', from: '2025-04-02', to: '2025-04-04' }, { text: '0,20/0/5,00', from: '2025-04-05', whereText: 'CD Cd' },
    ])
    for (const [value, cents, text] of [['loan-date', 50, '0,10/0/3,00'], ['return-date', 100, '0,20/0/5,00']] as const) {
      done(await admin.change([rule(branch, 'rules.fine-line', value)]))
      const loan = await tried(query)
      expect([loan.fineLine, loan.fineAt.cents]).toEqual([value, cents])
      expect(loan.why.filter((one: { parameter: string }) => one.parameter === 'rules.fine').map((one: { text: string }) => one.text))
        .toEqual([text])
    }
    done(await admin.change([rule(branch, 'rules.fine-line', null)]))
  })

  test('the term is that of the loan date, the reminders those of the day on which they leave', async () => {
    done(await admin.change([
      rule(branch, 'rules.loan', { loanDays: 14, renewalDays: 14, feeCents: 0, minimumAge: 0 }, {
        where: { material: 'SPEL' }, from: '2025-03-05',
      }),
      rule(branch, 'rules.dunning', { reminder1Days: 14, reminder2Days: 7, billDays: 42, preNoticeDays: 5 }, {
        where: { material: 'SPEL' }, from: '2025-04-10',
      }),
    ]))
    const loan = await tried(`unit=${branch}&membership=60&material=SPEL&day=2025-03-04`)
    expect([loan.due.day, (await tried(`unit=${branch}&membership=60&material=SPEL&day=2025-03-05`)).due.day])
      .toEqual(['2025-04-01', '2025-03-19'])
    expect(dayOf(loan.reminders)).toEqual({
      'pre-notice': '2025-03-29', 'reminder-1': '2025-04-08', 'reminder-2': '2025-04-15', bill: '2025-05-13',
    })
    expect(loan.why.filter((one: { parameter: string }) => one.parameter === 'rules.dunning')).toMatchObject([
      { text: '7/14/35/3', from: '2025-03-04', to: '2025-04-09' }, { text: '14/7/42/5', from: '2025-04-10', to: '2025-05-13' },
    ])
  })

  test('weeks are so many days, or calendar weeks begun', async () => {
    done(await admin.change([rule(branch, 'rules.fine', { amountCents: 50, periodDays: 7, graceDays: 0, maximumCents: 500 }, {
      where: { material: 'STRIP' }, basis,
    })]))
    // Due on Saturday 5 April; open from Tuesday to Saturday.
    const query = `unit=${branch}&membership=60&material=STRIP&day=2025-03-08&returned=2025-04-15`
    expect((await tried(query)).fineAt).toMatchObject({ days: 6, periods: 1, cents: 50 })
    done(await admin.change([rule(branch, 'rules.fine-weeks', 'calendar-weeks')]))
    const weeks = await tried(query)
    expect(weeks.fineAt).toMatchObject({ days: 6, periods: 2, cents: 100 })
    expect(weeks.why.map((one: { parameter: string }) => one.parameter)).toContain('rules.fine-weeks')
  })
})

describe('a question that makes no sense', () => {
  test('is refused with everything at once', async () => {
    const { status, body } = await admin.get(
      `/api/rules/try?unit=${branch}&membership=999&material=XYZ&day=2025-03-04&returned=2025-03-03`)
    expect(status).toBe(422)
    expect(body.faults.map(({ pointer }: { pointer: string }) => pointer))
      .toEqual(['/querystring/membership', '/querystring/material', '/querystring/returned'])
  })

  test.each([
    ['unit=x', 400], [`unit=${SYSTEM}&day=1999-12-31`, 400], [`unit=${SYSTEM}&day=2050-01-01`, 400], [`unit=${SYSTEM}&day=2025-02-30`, 400],
    [`unit=${SYSTEM}&sort=1`, 400], ['unit=00000000-0000-4000-8000-00000000abcd', 404], [`unit=${SYSTEM}&membership=${'9'.repeat(21)}`, 400],
  ])('%s: %i', async (query, status) => {
    expect((await admin.get(`/api/rules/try?${query}`)).status).toBe(status)
  })
})
