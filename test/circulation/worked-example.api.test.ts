import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** The worked examples of domain/1 §2.5, §2.6 and §4.13, scanned at the desk and read back to the day and the cent. */
let here: Opened
let zwalm: Lending

beforeAll(async () => {
  here = await openInstallation({ now: '2025-01-07T10:00:00Z' })
  zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.say('rules.loan', { loanDays: 28, renewalDays: 28, feeCents: 0, minimumAge: 0 })
  await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 })
  await zwalm.say('rules.fine-closed-days', false)
  await zwalm.close('G', '2025-04-21')
  await zwalm.close('G', '2025-05-01')
  await zwalm.close('G', '2025-08-15')
}, 60_000)
afterAll(() => here.close())

const lent = async (day: string) => {
  await zwalm.on(day)
  const [patron, item] = [await zwalm.patron({ bornOn: '1985-02-03' }), await zwalm.item({ priceCents: 1599 })]
  const { status, body } = await zwalm.lend(patron.card, item.barcode)
  expect(status, JSON.stringify(body)).toBe(201)
  return { ...patron, ...item, loan: body.loan as { id: string; dueOn: string; rawDueOn: string } }
}

describe('§2.6 and §4.13: one loan of 4 March 2025 at ten cents a day, at most three euros', () => {
  test.each([
    ['2025-04-01', 0, 0], ['2025-05-06', 240, 24], ['2025-05-07', 250, 25], ['2025-05-14', 300, 30], ['2025-06-03', 300, 44],
  ])('back on %s costs %i cents after %i opening days', async (day, cents, days) => {
    const { barcode, loan } = await lent('2025-03-04')
    expect(loan).toMatchObject({ rawDueOn: '2025-04-01', dueOn: '2025-04-01' })
    await zwalm.on(day)
    const { body } = await zwalm.takeIn(barcode)
    expect(body).toMatchObject({ fineCents: cents, returnedOn: day, loan: { endedAs: 'returned' }, item: { status: 'in' } })
    const { fine } = await here.database.owner('loan').where({ id: loan.id }).first('fine')
    expect(fine.parts.map((part: { days: number }) => part.days)).toEqual(days === 0 ? [] : [days])
  })

  test('returned on 7 May it says which days counted', async () => {
    const { barcode, loan } = await lent('2025-03-04')
    await zwalm.on('2025-05-07')
    await zwalm.takeIn(barcode)
    const { fine } = await zwalm.why(loan.id)
    expect(fine.join(' ')).toMatch(/op 1 april 2025, gerekend tot en met 7 mei 2025 met de kalender van Zwalm centrum: 25 dagen tellen mee; niet meegeteld: 11 gesloten dagen\./)
    expect(fine.join(' ')).toMatch(/de regel van de bibliotheek Zwalm \(0,10\/0\/3,00, vanaf 1 januari 2020\) is dat €\s0,10 per dag, samen €\s2,50\./)
  })
})

describe('§2.5: due days', () => {
  test.each([
    ['plain', '2025-06-03', '2025-07-01', '2025-07-01', []],
    ['on a holiday', '2025-07-18', '2025-08-15', '2025-08-16', ['G']],
  ])('%s', async (_name, day, raw, due, causes) => {
    const { loan } = await lent(day)
    expect(loan).toMatchObject({ rawDueOn: raw, dueOn: due })
    const { term, sentences } = await zwalm.why(loan.id)
    expect(term.shifts.map(({ because }: { because: string }) => because)).toEqual(causes)
    expect(sentences[0]).toContain('Zwalm centrum')
  })

  test('in a vacation, and then on a weekly closing day; and the fine that follows', async () => {
    await zwalm.close('V', '2025-08-04', '2025-08-17')
    const { loan } = await lent('2025-07-10')
    expect(loan).toMatchObject({ rawDueOn: '2025-08-07', dueOn: '2025-08-21' })
    const monday = await lent('2025-07-14')
    expect(monday.loan).toMatchObject({ rawDueOn: '2025-08-11', dueOn: '2025-08-19' })
    const { sentences } = await zwalm.why(monday.loan.id)
    expect(sentences).toEqual([
      'Uitgeleend op maandag 14 juli 2025 in Zwalm centrum.',
      'Volgens de regel van de bibliotheek Zwalm (28/28/0, vanaf 1 januari 2020) mag het 28 dagen blijven: tot maandag 11 augustus 2025.',
      'Op maandag 11 augustus 2025 heeft Zwalm centrum vakantie (dicht). De datum schuift naar dezelfde weekdag na de vakantie: maandag 18 augustus 2025.',
      'Op maandag 18 augustus 2025 is Zwalm centrum gesloten (vaste sluitingsdag). De datum schuift op naar dinsdag 19 augustus 2025.',
      'Dan is Zwalm centrum open volgens de kalender: uiterlijk in te leveren op dinsdag 19 augustus 2025.',
    ])
    const friday = await lent('2025-07-04')
    expect(friday.loan.dueOn).toBe('2025-08-01')
    await zwalm.on('2025-08-19')
    expect((await zwalm.takeIn(friday.barcode)).body.fineCents).toBe(20)
  })

  test('the same fine where closed days count, and the same day by a renewal', async () => {
    await zwalm.say('rules.fine-closed-days', true)
    const friday = await lent('2025-07-04')
    await zwalm.on('2025-08-19')
    expect((await zwalm.takeIn(friday.barcode)).body.fineCents).toBe(40)
    await zwalm.say('rules.fine-closed-days', false)
    const { loan } = await lent('2025-06-17')
    await zwalm.on('2025-07-14')
    const { body } = await zwalm.renew([loan.id])
    expect(body.data).toMatchObject([{ renewed: true, dueOn: '2025-08-19' }])
    expect(await here.database.owner('loan').where({ id: loan.id }).first('raw_due_on')).toEqual({ raw_due_on: '2025-08-11' })
  })
})
