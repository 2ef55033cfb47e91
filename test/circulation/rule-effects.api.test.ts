import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** Before rules change, the preview says what that means for loans that run: how many, and how many euros. */
let here: Opened
let zwalm: Lending
let admin: Staff
const NOW = '2026-11-24T10:00:00Z'

beforeAll(async () => {
  here = await openInstallation({ now: NOW })
  zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: null })
  await zwalm.say('rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 3 })
  for (const due of ['2026-11-17', '2026-11-17', '2026-11-20', '2026-12-08', '2026-12-09']) await dueOn(due)
  admin = await here.staff('system-admin')
}, 60_000)
afterAll(() => here.close())

async function dueOn(day: string, whose: object = {}) {
  const lent = await zwalm.lend((await zwalm.patron(whose)).card, (await zwalm.item()).barcode)
  expect(lent.status).toBe(201)
  await here.database.owner('loan').where({ id: lent.body.loan.id })
    .update({ lent_on: Temporal.PlainDate.from(day).subtract({ days: 28 }).toString(), raw_due_on: day, due_on: day })
}
const basis = { number: '2026/4', date: '2026-10-01' }
async function effects(parameter: string, value: unknown, from = '2026-11-24', who = admin) {
  const answer: Answer = await who.post('/api/changes/preview', {
    items: [{ kind: 'parameters.set', payload: { unit: zwalm.library, parameter, from, to: null, value, basis } }],
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return new Map<string, { count: number; cents?: number; text: string }>(answer.body.effects.map((one: { code: string }) => [one.code, one]))
}

test('another fine: how many late loans cost more and how much, by the rule that running loans follow', async () => {
  const dearer = { amountCents: 30, periodDays: 1, graceDays: 0, maximumCents: null }
  // Per day, a rule of today asks 20 cents more for today only.
  const now = await effects('rules.fine', dearer)
  expect(now.get('circulation.fines')).toMatchObject({ count: 3, cents: 60, text: expect.stringContaining('kosten meer boete bij inleveren op') })
  // From Saturday on: a week later five open days cost more; its author reaches every loan or none, the number is the same.
  const later = await effects('rules.fine', dearer, '2026-11-28')
  expect(later.get('circulation.fines')).toMatchObject({ count: 3, cents: 5 * 3 * 20 })
  const far = await effects('rules.fine', dearer, '2026-11-28', await here.staff('helpdesk'))
  expect(far.get('circulation.fines')).toEqual(later.get('circulation.fines'))
  expect(JSON.stringify([...far])).not.toContain('Peeters')
})

test('whoever pays no fine by their age counts for nothing, and another age says what it costs', async () => {
  const dearer = { amountCents: 30, periodDays: 1, graceDays: 0, maximumCents: null }
  await dueOn('2026-11-20', { bornOn: '2015-01-01' })
  expect((await effects('rules.fine', dearer)).get('circulation.fines')).toMatchObject({ count: 4, cents: 80 })
  // Four open days at 10 cents, of one child.
  expect((await effects('circulation.fine-free-age', 14)).get('circulation.fines')).toMatchObject({ count: 1, cents: -20 })
  await zwalm.say('circulation.fine-free-age', 14)
  expect((await effects('rules.fine', dearer)).get('circulation.fines')).toMatchObject({ count: 3, cents: 60 })
  // Eleven on the first late day.
  expect((await effects('circulation.fine-free-age', 11)).get('circulation.fines')).toMatchObject({ count: 1, cents: 20 })
  await zwalm.say('circulation.fine-free-age', 0)
  await here.database.owner('loan').whereIn('person_id', here.database.owner('person').where({ born_on: '2015-01-01' }).select('id'))
    .update({ ended_at: NOW, ended_as: 'undone' })
})

test('by the rule of the day of the loan no running loan costs anything else, and the preview says so', async () => {
  await zwalm.say('rules.fine-line', 'loan-date', { basis: undefined })
  const stays = await effects('rules.fine', { amountCents: 30, periodDays: 1, graceDays: 0, maximumCents: null })
  expect(stays.get('circulation.fines-stay')).toMatchObject({ count: 0, text: 'Geen enkele uitlening die nu te laat is, krijgt een andere boete' })
  expect(stays.has('circulation.fines')).toBe(false)
})

test('other reminders: how many pre-notices leave on another day', async () => {
  const notices = await effects('rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 5 })
  expect(notices.get('circulation.pre-notices')).toMatchObject({ count: 2, text: 'De attendering van 2 uitleningen vertrekt op een andere dag' })
})

test('another term: running loans keep the day that they were promised', async () => {
  const terms = await effects('rules.loan', { loanDays: 14, renewalDays: 14, feeCents: 0, minimumAge: 0 })
  expect(terms.get('circulation.terms-stay')).toMatchObject({
    count: 2, text: expect.stringMatching(/^2 lopende uitleningen houden hun inleverdatum; de regel geldt voor wat vanaf .*24 november 2026 uitgeleend wordt$/),
  })
})

test('a closing tells of pre-notices too', async () => {
  const { body } = await admin.post('/api/changes/preview', { items: [{
    kind: 'branches.close', payload: { units: [zwalm.branch], from: '2026-12-08', to: '2026-12-09', kind: 'G', text: 'werken', also: [], leave: [] },
  }] })
  const found = new Map<string, { count: number }>(body.effects.map((one: { code: string }) => [one.code, one]))
  expect([found.get('circulation.due-days')?.count, found.get('circulation.pre-notices')?.count]).toEqual([2, 2])
})
