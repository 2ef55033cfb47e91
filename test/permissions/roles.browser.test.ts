import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm')
  await shown.here.staff('system-admin')
  boss = await shown.here.staff('library-admin', zwalm)
})
afterAll(() => shown.close())

test('a role is copied from one that comes along, found right by right, made, and taken away again', async () => {
  const page = await shown.visit(boss, `/roles?unit=${zwalm}`)
  await page.getByRole('button', { name: 'Kopiëren: baliemedewerker' }).click()
  const dialog = page.getByRole('dialog', { name: 'Een rol maken' })
  await dialog.getByRole('textbox', { name: 'Naam in het Nederlands' }).fill('avondploeg')
  await dialog.getByRole('searchbox', { name: 'Zoek een recht' }).fill('sluitingsdagen')
  await dialog.getByRole('checkbox', { name: /^Sluitingsdagen/ }).check()
  await dialog.getByRole('status').filter({ hasText: '12 rechten gekozen' }).waitFor()
  await dialog.getByText(/krijgt de rol “avondploeg”.*met 12 rechten/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await dialog.waitFor({ state: 'detached' })
  const made = page.getByRole('region', { name: 'Avondploeg' })
  await made.getByText('Gemaakt bij Bib Zwalm.').waitFor()
  await made.getByRole('button', { name: 'Toon de 12 rechten' }).click()
  await made.getByText('Sluitingsdagen, toch-open-dagen en dringende berichten zetten').waitFor()
  await expectAccessible(page)

  await made.getByRole('button', { name: /^Verwijderen/ }).click()
  const ending = page.getByRole('dialog')
  await ending.getByText(/De rol “avondploeg” van Bib Zwalm verdwijnt/).first().waitFor()
  await ending.getByRole('button', { name: 'Verwijderen' }).click()
  await made.waitFor({ state: 'detached' })
  await page.context().close()
})

test('roles stand in one table and side by side, by keyboard, and as a list on a narrow screen', async () => {
  const page = await shown.visit(boss, '/roles')
  await tabTo(page, 'Rol per rol')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'Alles in één tabel' })
  const row = table.getByRole('row', { name: /^Openstaande kosten kwijtschelden/ })
  await row.waitFor()
  expect(await row.getByRole('cell').count()).toBe(11)
  expect(await row.getByRole('img', { name: 'mag dit', exact: true }).count()).toBe(4)
  expect(await table.evaluate(one => one.scrollWidth <= one.parentElement!.clientWidth)).toBe(true)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 900 })
  await page.getByRole('listitem').filter({ hasText: 'Openstaande kosten kwijtschelden' })
    .getByText(/groepsbeheerder, bibliotheekbeheerder/).waitFor()
  expect(await sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.getByRole('button', { name: 'Naast elkaar' }).click()
  await page.getByRole('combobox', { name: 'Deze rol', exact: true }).click()
  await page.getByRole('option', { name: 'Vestigingsbeheerder' }).click()
  await page.getByRole('combobox', { name: 'en deze rol' }).click()
  await page.getByRole('option', { name: 'Baliemedewerker' }).click()
  await page.getByRole('heading', { name: /^Alleen vestigingsbeheerder/ }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Openstaande kosten kwijtschelden' }).waitFor()
  expect(page.url()).toMatch(/a=branch-manager/)
  await expectAccessible(page)
  await page.context().close()
})

test('whoever makes no roles reads what each allows, and is offered nothing else', async () => {
  const desk = await shown.here.staff('desk', zwalm)
  const page = await shown.visit(desk, '/roles')
  await page.getByRole('region', { name: 'Baliemedewerker' }).getByText('jouw rol').waitFor()
  expect(await page.getByRole('button', { name: /^(Rol maken|Wijzigen|Kopiëren|Verwijderen)/ }).count()).toBe(0)
  await page.context().close()
})
