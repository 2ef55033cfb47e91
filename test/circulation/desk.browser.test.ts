import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A morning at the desk with a scanner and a keyboard, and no mouse. */
let shown: Console
let zwalm: Lending

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(shown.here, 'Zwalm')
  await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 })
}, 120_000)
afterAll(() => shown.close())

test('cards and items are scanned in one field, the last loan is undone, a question is passed, and the date is explained', async () => {
  const [an, book, other] = [await zwalm.patron(), await zwalm.item({ title: 'Sprakeloos' }), await zwalm.item({ title: 'Naslagwerk', notForLoan: true })]
  const page = await shown.visit(zwalm.desk, `/desk?unit=${zwalm.branch}`)
  const scan = async (code: string) => {
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
  }
  await page.getByLabel('Lidkaart').waitFor()
  await expectAccessible(page)
  await scan(an.card)
  await page.getByRole('heading', { name: /^An Peeters/ }).waitFor()
  await page.getByText('Heeft niets uitgeleend.').waitFor()

  await scan(book.barcode)
  const log = page.getByRole('log')
  await log.getByText(/Uitgeleend, terug op di 22 dec\. 2026/).waitFor()
  await page.getByRole('row', { name: /Sprakeloos/ }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('F4')
  await log.getByText(/Ongedaan gemaakt/).waitFor()
  await page.getByText('Heeft niets uitgeleend.').waitFor()

  await scan(other.barcode)
  const asks = page.getByRole('dialog', { name: 'Toch doorgaan?' })
  await asks.getByText('Dit exemplaar wordt niet uitgeleend: alleen om ter plaatse in te kijken.').waitFor()
  await expectAccessible(page)
  await page.keyboard.type('Tentoonstelling')
  await page.keyboard.press('Enter')
  await asks.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /Naslagwerk/ }).waitFor()

  await page.keyboard.press('F9')
  await tabTo(page, 'Waarom deze datum: Naslagwerk')
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog', { name: 'Waarom deze datum?' })
  await why.getByText('Uitgeleend op dinsdag 24 november 2026 in Zwalm centrum.').waitFor()
  await why.getByText(/Tentoonstelling/).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'detached' })

  await page.keyboard.press('F12')
  await page.getByRole('heading', { name: /^An Peeters/ }).waitFor({ state: 'detached' })
  await scan('NIETS1234')
  await page.getByRole('alert').filter({ hasText: 'Geen lid met deze kaart' }).waitFor()
  await page.context().close()
})

test('what comes back is scanned in the same field, with its fine and whose it was', async () => {
  const [patron, item] = [await zwalm.patron(), await zwalm.item({ title: 'Het verdriet van België' })]
  await zwalm.lend(patron.card, item.barcode)
  await zwalm.on('2026-12-23')
  const page = await shown.visit(zwalm.desk, `/desk?unit=${zwalm.branch}`, { width: 400 })
  await page.getByLabel('Lidkaart').waitFor()
  await page.keyboard.press('F8')
  await page.getByLabel('Exemplaar', { exact: true }).waitFor()
  await page.keyboard.type(item.barcode)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText(/Ingenomen · An Peeters/).waitFor()
  await page.getByRole('log').getByText(/Boete: €\s0,10/).waitFor()
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  await page.context().close()
  await zwalm.on('2026-11-24')
})

test('items are found, entered and changed', async () => {
  await zwalm.item({ title: 'De helaasheid der dingen' })
  const page = await shown.visit(zwalm.desk, `/items?unit=${zwalm.branch}`)
  await page.getByLabel('Zoek op titel, auteur of barcode').fill('helaasheid')
  await page.getByText('1 exemplaar', { exact: true }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bekijken: De helaasheid der dingen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'De helaasheid der dingen' })
  await dialog.getByLabel('Plaats').fill('R VERH')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /R VERH/ }).waitFor()
  await page.getByRole('button', { name: 'Exemplaar invoeren' }).press('Enter')
  const entering = page.getByRole('dialog', { name: 'Exemplaar invoeren in Zwalm centrum' })
  await entering.getByLabel('Barcode').fill('nieuw777')
  await entering.getByLabel('Titel').fill('Monte Carlo')
  await entering.getByRole('button', { name: 'Opslaan' }).press('Enter')
  await entering.waitFor({ state: 'detached' })
  await page.getByLabel('Zoek op titel, auteur of barcode').fill('NIEUW777')
  await page.getByRole('row', { name: /Monte Carlo/ }).waitFor()
  await page.context().close()
})
