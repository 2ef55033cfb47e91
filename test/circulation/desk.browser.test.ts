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
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.locator('h1').isVisible()).toBe(false)
  expect(await page.evaluate<string>(`getComputedStyle(document.querySelector('.why li')).color`)).toBe('rgb(0, 0, 0)')
  await page.emulateMedia({ media: null, colorScheme: null })
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'detached' })

  await page.keyboard.press('F12')
  await page.getByRole('heading', { name: /^An Peeters/ }).waitFor({ state: 'detached' })
  await scan('NIETS1234')
  const unknown = page.getByRole('alert').filter({ hasText: 'Geen lener met kaart NIETS1234.' })
  await unknown.getByRole('link', { name: 'Zoek een lener op naam' }).waitFor()
  await expectAccessible(page)

  await scan(an.card)
  await page.getByRole('heading', { name: /^An Peeters/ }).waitFor()
  await unknown.waitFor({ state: 'detached' })
  await scan('NIEUW12345')
  await page.getByRole('alert').filter({ hasText: 'Geen exemplaar met barcode NIEUW12345.' }).getByRole('button', { name: 'Voer dit exemplaar in' }).click()
  const enters = page.getByRole('dialog', { name: 'Exemplaar invoeren in Zwalm centrum' })
  expect(await enters.getByRole('textbox', { name: 'Barcode' }).inputValue()).toBe('NIEUW12345')
  await expectAccessible(page)
  await enters.getByRole('textbox', { name: 'Titel' }).fill('Nieuw binnen')
  await enters.getByRole('button', { name: 'Opslaan' }).click()
  await enters.waitFor({ state: 'detached' })
  await scan('NIEUW12345')
  await page.getByRole('row', { name: /Nieuw binnen/ }).waitFor()
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

test('what lay in the bin, or came back on another day, is taken in by keyboard for the day that counts', async () => {
  const [patron, item, other] = [await zwalm.patron(), await zwalm.item({ title: 'De Witte' }), await zwalm.item({ title: 'De Kapellekensbaan' })]
  for (const one of [item, other]) await zwalm.lend(patron.card, one.barcode)
  await zwalm.on('2026-12-23')
  const page = await shown.visit(zwalm.desk, `/desk?unit=${zwalm.branch}`)
  await page.getByLabel('Lidkaart').waitFor()
  await page.keyboard.press('F8')
  await page.getByLabel('Exemplaar', { exact: true }).waitFor()
  const bin = page.getByRole('switch', { name: 'Uit de inleverbus' })
  await page.keyboard.press('F7')
  await expect.poll(() => bin.isChecked()).toBe(true)
  await page.keyboard.type(item.barcode)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('De Witte').waitFor()
  const day = page.getByRole('textbox', { name: /Teruggebracht op/ })
  await day.fill('22/12/2026')
  await page.keyboard.press('Tab')
  await expect.poll(() => bin.isChecked()).toBe(false)
  await expectAccessible(page)
  await page.getByLabel('Exemplaar', { exact: true }).fill(other.barcode)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('De Kapellekensbaan').waitFor()
  expect(await page.getByRole('log').getByText(/Boete/).count()).toBe(0)
  const days = await shown.here.database.owner('loan').whereIn('item_id', [item.id, other.id]).pluck('returned_on')
  expect(days).toEqual(['2026-12-22', '2026-12-22'])
  await page.context().close()
  await zwalm.on('2026-11-24')
})

test('the page of a patron shows what they have on loan, what is late and what that costs, and why', async () => {
  const [patron, item] = [await zwalm.patron(), await zwalm.item({ title: 'Reinaert' })]
  const page0 = await shown.visit(zwalm.desk, `/patrons/${patron.person}?unit=${zwalm.branch}`)
  await page0.getByText('Heeft niets uitgeleend.').waitFor()
  await page0.context().close()
  await zwalm.lend(patron.card, item.barcode)
  await zwalm.on('2026-12-24')
  const page = await shown.visit(zwalm.desk, `/patrons/${patron.person}?unit=${zwalm.branch}`)
  const row = page.getByRole('row', { name: /Reinaert/ })
  await row.getByText(/te laat, €\s0,20/).waitFor()
  await row.getByText('Zwalm centrum').waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 400, height: 900 })
  expect(await sideways(page)).toBe(0)
  await row.getByRole('button', { name: 'Waarom deze datum: Reinaert' }).click()
  await page.getByRole('dialog', { name: 'Waarom deze datum?' }).getByText('Uitgeleend op dinsdag 24 november 2026 in Zwalm centrum.').waitFor()
  await page.context().close()
  await zwalm.on('2026-11-24')
})

test('a scanner that is quicker than the answers lends to whoever stands here by then, never to the one before', async () => {
  const [an, bert] = [await zwalm.patron(), await zwalm.patron({ familyName: 'Baert', firstName: 'Bert' })]
  const [first, second, third] = [await zwalm.item({ title: 'Brieven' }), await zwalm.item({ title: 'Dagboek' }), await zwalm.item({ title: 'Atlas' })]
  const page = await shown.visit(zwalm.desk, `/desk?unit=${zwalm.branch}`)
  await page.getByLabel('Lidkaart').waitFor()
  // No answer comes until everything was scanned.
  let release = () => {}
  const held = new Promise<void>(done => { release = done })
  await page.route('**/api/desk/patron*', async route => {
    await held
    await route.continue()
  })
  for (const code of [an.card, first.barcode, second.barcode, 'F4', bert.card, third.barcode]) {
    if (code !== 'F4') await page.keyboard.type(code)
    await page.keyboard.press(code === 'F4' ? code : 'Enter')
  }
  release()
  await page.getByRole('heading', { name: /^Bert Baert/ }).waitFor()
  await page.getByRole('row', { name: /Atlas/ }).waitFor()
  const log = page.getByRole('log')
  expect(await log.getByText(/Ongedaan gemaakt/).count()).toBe(1)
  const open = (person: string) => shown.here.database.owner('loan').where({ person_id: person }).whereNull('ended_at').pluck('item_id')
  expect([await open(an.person), await open(bert.person)]).toEqual([[first.id], [third.id]])

  await page.keyboard.press('F12')
  await page.getByText('Nog niets gescand.').waitFor()
  await page.context().close()
})
