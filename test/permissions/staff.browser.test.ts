import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901' })
  await shown.here.unit('branch', 'Zwalm Markt', zwalm, { code: '0901' })
  await shown.here.staff('system-admin')
  boss = await shown.here.staff('library-admin', zwalm)
})
afterAll(() => shown.close())

test('a colleague is invited, comes in by the link, works at the desk, and is out once access is shut', async () => {
  const page = await shown.visit(boss, `/staff?unit=${zwalm}`)
  await page.getByRole('button', { name: 'Collega uitnodigen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Voornaam en naam' }).fill('Els Peeters')
  await dialog.getByRole('textbox', { name: /e-?mail/i }).fill('els@zwalm.be')
  await dialog.getByRole('radio', { name: /baliemedewerker/i }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Uitnodigen' }).click()
  const address = await dialog.getByRole('textbox', { name: /link/i }).inputValue()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Sluiten' }).click()

  const desk = await page.context().browser()!.newContext()
  const els = await desk.newPage()
  await els.goto(address)
  const password = els.getByRole('textbox', { name: /wachtwoord|password/i })
  await password.fill('kort')
  await password.press('Enter')
  await els.getByRole('alert').first().waitFor()
  await password.fill('een goed wachtwoord')
  await password.press('Enter')
  await els.getByText('Zwalm Markt').first().waitFor()
  expect(await els.getByRole('button', { name: /^sluiten/i }).count()).toBe(0)

  await page.getByRole('link', { name: 'Els Peeters' }).click()
  await page.getByRole('heading', { level: 1, name: 'Els Peeters' }).waitFor()
  await page.getByText('Baliemedewerker van Bib Zwalm').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Toegang afnemen …/ }).click()
  await page.getByRole('button', { name: 'Toegang afnemen', exact: true }).click()
  await page.getByText('geen toegang meer', { exact: true }).first().waitFor()
  expect((await desk.request.get(`${shown.address}/api/session`)).status()).toBe(401)

  await page.getByRole('button', { name: 'Weer toegang geven' }).click()
  await expect.poll(async () => {
    const body = { email: 'els@zwalm.be', password: 'een goed wachtwoord' }
    return (await desk.request.post(`${shown.address}/api/session`, { data: body })).status()
  }, { timeout: 10_000 }).toBe(200)
  await desk.close()
  await page.context().close()
})

test('a colleague is invited and gets a second role with the keyboard alone', async () => {
  const page = await shown.visit(boss, `/staff?unit=${zwalm}`)
  const keys = page.keyboard
  await tabTo(page, 'Collega uitnodigen')
  await keys.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').first().waitFor()
  await tabTo(page, /^Voornaam en naam/)
  await keys.type('Nora Claes')
  await tabTo(page, /^E-?mail/i)
  await keys.type('nora@zwalm.be')
  await arrowTo(page, dialog.getByRole('radio', { name: /baliemedewerker/i }))
  await tabTo(page, 'Uitnodigen')
  await keys.press('Enter')
  await dialog.getByRole('textbox', { name: /link/i }).waitFor()
  await tabTo(page, 'Sluiten')
  await keys.press('Enter')
  await dialog.waitFor({ state: 'detached' })

  await tabTo(page, 'Nora Claes')
  await keys.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Nora Claes' }).waitFor()
  await tabTo(page, 'Rol geven')
  await keys.press('Enter')
  await dialog.getByRole('radio').first().waitFor()
  await arrowTo(page, dialog.getByRole('radio', { name: /vestigingsbeheerder/i }))
  await dialog.getByText(/wordt vestigingsbeheerder van Bib Zwalm/).first().waitFor()
  await dialog.locator('[aria-busy=false]').first().waitFor()
  await tabTo(page, 'Rol geven')
  await keys.press('Enter')
  await page.getByText('Vestigingsbeheerder van Bib Zwalm', { exact: true }).waitFor()
  const { body: { data: [nora] } } = await boss.get('/api/staff?q=nora')
  expect(nora.grants.map(({ role }: { role: string }) => role).sort()).toEqual(['branch-manager', 'desk'])
  await page.context().close()
})

/** Into the group of choices by Tab, as one enters it, and on to the wanted one by the arrows. */
async function arrowTo(page: Page, wanted: Locator): Promise<void> {
  const isOn = async (one: Locator) => await one.and(page.locator(':focus')).count() > 0
  for (let tabs = 0; tabs < 60 && !await isOn(page.getByRole('radio')); tabs++) await page.keyboard.press('Tab')
  for (let steps = 0; steps < 20 && !await isOn(wanted); steps++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  expect(await wanted.isChecked()).toBe(true)
}
