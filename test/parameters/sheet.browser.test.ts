import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { fineFreeAge } from '#plugins/circulation/contract/parameter/fines.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
let console_: Console
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  zwalm = await here.unit('library', 'Bib Zwalm')
  await here.apply({ kind: 'parameters.set', payload: { unit: zwalm, parameter: FEED, from: '2026-11-23', to: null, value: 60 } })
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => console_.close())

const saidAt = (key = FEED) => console_.here.installation.snapshot.current.at(parameterFact, zwalm, key, '2026-11-23')?.body

/** Gives the page a file, as a drop or the button does. */
const give = (page: Page, text: string) => page.locator('input[type=file]').setInputFiles({
  name: 'instellingen.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8'),
})

test('a sheet goes out, comes back with one bad cell that is named, and mended is saved and put back', async () => {
  const page = await console_.visit(boss, `/sheet?unit=${zwalm}`)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Downloaden als CSV' }).click()
  const stream = await (await coming).createReadStream()
  const sheet = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)).toString('utf8')
  expect(sheet).toContain(FEED)
  await expectAccessible(page)

  await give(page, sheet.replaceAll(/"?60( dagen)?"?(?=;)/g, 'zestig'))
  const faults = page.getByRole('table', { name: 'Cellen die niet kloppen' })
  const bad = faults.getByRole('row').nth(1)
  await bad.waitFor()
  expect(await bad.innerText()).toMatch(/^[A-Z]2\s+2\s+Waarde\s+\S/)
  await page.getByText('1 cel klopt niet. Er is niets gewijzigd.').waitFor()
  expect(await page.getByRole('button', { name: 'Opslaan' }).count()).toBe(0)
  await expectAccessible(page)

  await give(page, sheet.replaceAll(/"?60( dagen)?"?(?=;)/g, '75'))
  const changes = page.getByRole('list', { name: 'Wat er verandert' })
  await changes.waitFor()
  expect(await changes.innerText()).toMatch(/60 dagen[\s\S]*75 dagen/)
  await page.getByRole('textbox', { name: 'Waarom?' }).fill('langer vooruit')
  await page.getByText(/wordt 75 dagen/).first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByText(/^Opgeslagen/).first().waitFor()
  expect(saidAt()).toEqual({ value: 75 })

  await page.getByRole('button', { name: 'Terugdraaien' }).click()
  const back = page.getByRole('dialog', { name: 'Wijziging terugdraaien' })
  await back.getByText(/^Teruggedraaid: /).first().waitFor()
  await back.getByRole('button', { name: 'Terugdraaien', exact: true }).click()
  await expect.poll(() => saidAt(), { timeout: 10_000 }).toEqual({ value: 60 })
  await page.context().close()
})

test('with the keyboard alone the sheet is taken out, given back, looked through, saved and put back', async () => {
  const page = await console_.visit(boss, `/sheet?unit=${zwalm}`)
  const coming = page.waitForEvent('download')
  await tabTo(page, 'Downloaden als CSV')
  await page.keyboard.press('Enter')
  const stream = await (await coming).createReadStream()
  const sheet = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)).toString('utf8')
  const asked = page.waitForEvent('filechooser')
  await tabTo(page, 'Kies een bestand')
  await page.keyboard.press('Enter')
  await (await asked).setFiles({
    name: 'instellingen.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet.replaceAll(/"?60( dagen)?"?(?=;)/g, '80'), 'utf8'),
  })
  await page.getByRole('list', { name: 'Wat er verandert' }).waitFor()
  // What was chosen goes on where the focus was: the next is what came of it.
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('group')
  await page.getByText(/wordt 80 dagen/).first().waitFor()
  await tabTo(page, /^Waarom\?/)
  await page.keyboard.type('langer vooruit')
  await tabTo(page, 'Opslaan')
  await page.keyboard.press('Enter')
  await page.getByText(/^Opgeslagen/).first().waitFor()
  expect(saidAt()).toEqual({ value: 80 })
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('group')
  await tabTo(page, 'Terugdraaien')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Wijziging terugdraaien' }).getByText(/^Teruggedraaid: /).first().waitFor()
  await tabTo(page, 'Terugdraaien')
  await page.keyboard.press('Enter')
  await expect.poll(() => saidAt(), { timeout: 10_000 }).toEqual({ value: 60 })
  await page.context().close()
})

test('what is to go out is there again after a reload', async () => {
  const page = await console_.visit(boss, `/sheet?unit=${zwalm}`)
  await page.getByRole('combobox', { name: 'Alleen deze instellingen' }).waitFor()
  await page.getByRole('checkbox').first().click()
  await page.getByRole('checkbox').last().click()
  await expect.poll(() => page.url()).toMatch(/below=true.*inherited=true/)
  await page.evaluate(`location.hash += '&names=${FEED}'`)
  await page.reload()
  await page.getByRole('button', { name: 'Sluitingen vooruit op de website' }).waitFor()
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
  expect(await page.getByRole('link', { name: 'Downloaden als CSV' }).getAttribute('href'))
    .toMatch(/names=branches\.feed-days.*below=true.*inherited=true/)
  await page.context().close()
})

test('rows are pasted from a spreadsheet; what already holds changes nothing', async () => {
  const page = await console_.visit(boss, `/sheet?unit=${zwalm}`)
  const { body: units } = await boss.get('/api/units')
  const { code } = (units as { data: { id: string; code: string }[] }).data.find(({ id }) => id === zwalm) ?? { code: '' }
  await page.getByRole('textbox', { name: 'Of plak hier uit je rekenblad' }).fill(`Code\tInstelling\tWaarde\n${code}\t${FEED}\t60`)
  await page.getByRole('button', { name: 'Nakijken' }).click()
  await page.getByText('Er verandert niets: alles in het bestand geldt al zo.').waitFor()
  await page.context().close()
})

test('a change that is made ready is filled in, previewed and saved', async () => {
  const admin = await console_.here.staff('system-admin')
  const page = await console_.visit(admin, `/sheet?view=presets&unit=${zwalm}`)
  await page.getByRole('searchbox').fill('leeftijd')
  await page.getByRole('button', { name: 'Kiezen: Geen boetes onder een leeftijd' }).click()
  const dialog = page.getByRole('dialog')
  const age = dialog.getByRole('textbox', { name: 'Onder de leeftijd van' })
  expect(await age.inputValue()).toBe('14')
  await age.fill('honderd')
  await dialog.getByText('Dit is geen getal.').waitFor()
  expect(await dialog.getByRole('button', { name: /Opslaan|aanvraag/ }).isDisabled()).toBe(true)
  await age.fill('16')
  const changes = dialog.getByRole('list', { name: 'Wat er verandert' })
  await changes.getByText('16 jaar').waitFor()
  await dialog.getByText(/wordt 16 jaar/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByText(/^Opgeslagen/).first().waitFor()
  expect(saidAt(fineFreeAge.name)).toEqual({ value: 16 })
  await page.context().close()
})

test('whoever may set the tariffs and nothing else finds the sheet and the settings in the menu', async () => {
  const money = await console_.here.staff('finance-director', zwalm)
  const page = await console_.visit(money, `/sheet?unit=${zwalm}`)
  await page.getByRole('heading', { level: 1, name: 'Instellingen in een rekenblad' }).waitFor()
  const menu = page.getByRole('navigation', { name: 'Hoofdmenu' })
  expect(await menu.getByRole('link', { name: 'Rekenblad' }).count()).toBe(1)
  expect(await menu.getByRole('link', { name: 'Instellingen' }).count()).toBe(1)
  await page.context().close()
})

test.each(['fr', 'en'] as const)('both can be read in %s, wide and narrow', async language => {
  for (const [width, view] of [[1280, 'sheet'], [400, 'sheet'], [1280, 'presets'], [400, 'presets']] as const) {
    const page = await console_.visit(boss, `/sheet?view=${view}&unit=${zwalm}`, { language, width })
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  }
})
