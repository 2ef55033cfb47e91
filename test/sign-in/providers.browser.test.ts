import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import { CLIENT, openProvider, type OpenProvider } from './vouching.ts'

let shown: Console
let vouching: OpenProvider

beforeAll(async () => {
  shown = await openConsole({ now: new Date().toISOString(), privateNetwork: true })
  shown.here.installation.address = shown.address
  vouching = await openProvider()
})
afterAll(async () => {
  await Promise.all([shown.close(), vouching.stop()])
})

test('a sign-in service is added, tried, given rules that read as sentences, and stands on the sign-in page', async () => {
  const { here } = shown
  const boss = await here.staff('system-admin')
  await here.unit('library', 'Bib Zwalm')
  const page = await shown.visit(boss, '/providers')
  await page.getByText('Er is nog geen aanmelddienst.').waitFor()
  await page.getByRole('button', { name: 'Aanmelddienst toevoegen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Aanmelddienst toevoegen' })
  await dialog.getByRole('button', { name: 'Microsoft Entra' }).click()
  expect(await dialog.getByLabel('Naam op de knop').inputValue()).toBe('Microsoft')
  await dialog.getByLabel('Naam op de knop').fill('Gemeente Zwalm')
  await dialog.getByLabel('Adres van de dienst').fill(vouching.issuer)
  await dialog.getByLabel('Client-id').fill(CLIENT)
  await dialog.getByText('melden zich ook aan via Gemeente Zwalm').first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Uitproberen' }).click()
  await page.getByText(`De dienst antwoordt, als ${vouching.issuer}`).waitFor()
  await page.getByRole('button', { name: 'Geheim: Gemeente Zwalm' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Geheim' }).fill('zeer geheim')
  await page.keyboard.press('Enter')
  await page.getByText('geheim bewaard', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Rollen: Gemeente Zwalm' }).click()
  const rules = page.getByRole('dialog', { name: 'Rollen via Gemeente Zwalm' })
  await rules.getByRole('button', { name: 'Regel toevoegen' }).click()
  await rules.getByLabel('Waarde').fill('bib-balie')
  await rules.getByLabel('Rol').first().click()
  await page.getByRole('option', { name: /baliemedewerker/i }).click()
  await expectAccessible(page)
  await rules.getByRole('button', { name: 'Opslaan' }).click()
  await rules.waitFor({ state: 'detached' })
  await page.getByText(/Wie bij “groups” de waarde “bib-balie” heeft, is baliemedewerker van Proefstreek/).waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 900 })
  expect(await sideways(page)).toBe(0)
  await page.context().close()

  const outside = await shown.visit(null, '/hours')
  const way = outside.getByRole('link', { name: 'Aanmelden met Gemeente Zwalm' })
  expect(await way.getAttribute('href')).toMatch(/^\/api\/oidc\/[\w-]+\/start\?to=%2Fhours$/)
  await expectAccessible(outside)
  await outside.goto(`${shown.address}/#/login?refused=sign-in.not-linked`)
  await outside.getByRole('alert').filter({ hasText: 'hoort nog bij geen account' }).waitFor()
  await expectAccessible(outside)
  await outside.context().close()
})
