import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { loanRule, fineRule } from '#plugins/rules/contract/method.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let zwalm: UnitId
let boss: Staff
const basis = { number: '2025/112', date: '2025-12-15', article: '4', text: 'https://zwalm.be/besluit-112' }

beforeAll(async () => {
  console_ = await openConsole()
  const { here } = console_
  zwalm = await here.unit('library', 'Bib Zwalm')
  boss = await here.staff('library-admin', zwalm)
  const set = (parameter: string, value: object, more: object = {}) =>
    ({ kind: 'parameters.set', payload: { unit: zwalm, parameter, from: '2026-01-01', to: null, value, ...more } })
  await here.apply(
    set(fineRule.name, { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 }, { basis }),
    set(loanRule.name, { loanDays: 21, renewalDays: 21, feeCents: 0, minimumAge: 0 }, { where: { membership: '60' } }),
  )
})
afterAll(() => console_.close())

test('the tariff sheet shows each price with the decision it rests on, and prints without the console around it', async () => {
  const page = await console_.visit(boss, `/tariffs?unit=${zwalm}`)
  const row = page.getByRole('row').filter({ hasText: '0,10/0/3,00' })
  await row.waitFor()
  const decision = row.getByRole('link', { name: /^2025\/112 van .*15.*2025/ })
  expect(await decision.getAttribute('href')).toBe(basis.text)
  // A council that reads no notation reads it in words.
  expect(await row.innerText()).toMatch(/Bedrag: €\s0,10, Dagen per periode: 1 dag, Boetevrije dagen: 0 dagen/)
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false)
  expect(await row.isVisible()).toBe(true)
  // Nor does the menu leave its empty place on the paper.
  expect((await page.getByRole('main').boundingBox())?.x).toBe(0)
  await page.context().close()
})

test('on a day before the decision the sheet shows what held then', async () => {
  const page = await console_.visit(boss, `/tariffs?unit=${zwalm}&day=2025-06-01`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('1 juni 2025').first().waitFor()
  expect(await page.getByText('0,10/0/3,00').count()).toBe(0)
  await page.context().close()
})

test('a library that wants to, shows everybody how it is set', async () => {
  const { here } = console_
  const hidden = await console_.visit(null, '/public-settings')
  await hidden.getByText('Een bibliotheek kiest zelf of ze haar instellingen aan iedereen toont.').waitFor()
  expect(await hidden.getByRole('heading', { level: 1 }).innerText()).toBe('Openbare instellingen')
  await hidden.context().close()
  await here.apply({
    kind: 'parameters.set',
    payload: { unit: zwalm, parameter: 'parameters.public-page', from: '2026-01-01', to: null, value: true },
  })
  const page = await console_.visit(null, `/public-settings?unit=${zwalm}`)
  await page.getByText('0,10/0/3,00').first().waitFor()
  await page.getByRole('heading', { level: 1, name: /Bib Zwalm/ }).waitFor()
  await page.getByText(/Maximum per exemplaar: €\s3,00/).first().waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('a price is set with the decision itself beside it, and the sheet leads to it', async () => {
  const money = await console_.here.staff('finance-director', zwalm)
  const page = await console_.visit(money, `/tariffs?unit=${zwalm}`)
  await page.getByRole('row').filter({ hasText: '0,10/0/3,00' }).waitFor()
  const kept = await page.evaluate(async unit => {
    const id = crypto.randomUUID()
    const answer = await fetch('/api/decisions', {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, unit, name: 'besluit.pdf', content: btoa('%PDF-1.7 besluit') }),
    })
    return { id, status: answer.status }
  }, zwalm)
  expect(kept.status).toBe(201)
  await console_.here.apply({ kind: 'parameters.set', payload: {
    unit: zwalm, parameter: fineRule.name, where: { membership: '60' }, from: '2026-11-23', to: null,
    value: { amountCents: 25, periodDays: 1, graceDays: 0, maximumCents: 500 },
    basis: { number: '2026/7', date: '2026-11-02', text: `/api/decisions/${kept.id}` },
  } })
  await page.reload()
  const link = page.getByRole('row').filter({ hasText: '0,25/0/5,00' }).getByRole('link')
  const saved = page.waitForEvent('download')
  await link.click()
  expect((await saved).suggestedFilename()).toBe('besluit.pdf')
  await page.context().close()
})
