import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'

let console_: Console

const summer = { from: '07-01', to: '08-31' }
const inSummer = 'elk jaar van 1 juli tot en met 31 augustus'
const rule = (unit: UnitId, loanDays: number, more: object = {}) => ({ kind: 'parameters.set', payload: {
  unit, parameter: 'rules.loan', from: '2026-01-01', to: null,
  value: { loanDays, renewalDays: 28, feeCents: 0, minimumAge: 0 }, ...more,
} })

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  await console_.here.apply(rule(SYSTEM, 21, { season: { from: '12-20', to: '01-05' } }))
})
afterAll(() => console_.close())

const termOn = (unit: UnitId, day: string) =>
  resolve(console_.here.installation.snapshot.current, loanRule, unit, day, { membership: '60', material: 'BOEK' }).value.loanDays
const terms = (unit: UnitId) => ['2026-11-24', '2027-07-15', '2028-03-01'].map(day => termOn(unit, day))

/** A library with a usual value, a summer and a plan in one cell, and that cell under the cursor. */
async function openCell(name: string, more = '') {
  const { here } = console_
  const unit = await here.unit('library', name)
  const where = { membership: '60', material: 'BOEK' }
  await here.apply(rule(unit, 28, { where }), rule(unit, 42, { where, season: summer }), rule(unit, 35, { where, from: '2028-01-01' }))
  const page = await console_.visit(await here.staff('library-admin', unit), `/rules?unit=${unit}&at=60%7CBOEK${more}`)
  await page.locator('td:focus').waitFor()
  return { unit, page }
}

const saved = async (page: Page) => {
  await tabTo(page, 'Opslaan')
  await page.keyboard.press('Enter')
  await page.getByText(/^Opgeslagen/).first().waitFor()
}

async function type(page: Page, text: string) {
  await page.locator('td.current').focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await tabTo(page, 'Bekijken en opslaan')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Wat er verandert' }).and(page.locator('[aria-busy=false]')).waitFor()
}

async function putBack(page: Page) {
  await page.getByRole('button', { name: 'Terugdraaien' }).click()
  const back = page.getByRole('dialog', { name: 'Wijziging terugdraaien' })
  await back.getByRole('button', { name: 'Terugdraaien' }).and(page.locator(':enabled')).click()
  await back.waitFor({ state: 'detached' })
}

describe('a cell with a season', () => {
  test('says in its words and in a list what holds when, of whom', async () => {
    const { page } = await openCell('Bib Herzele')
    const cell = page.locator('td:focus')
    expect(await cell.textContent()).toContain(`seizoen 42/28/0, ${inSummer}`)
    expect(await cell.textContent()).toContain('1 geplande wijziging')
    const list = page.getByRole('list', { name: 'Wat geldt wanneer' })
    expect((await list.getByRole('listitem').allTextContents()).map(one => one.replaceAll('\u00A0', ' '))).toEqual([
      '28/28/0gewone waarde · tot en met vr 31 dec. 2027 · eigen regelgeldt op de gekozen dag',
      `42/28/0${inSummer} · eigen regel`, '35/28/0vanaf za 1 jan. 2028 · eigen regel',
    ])
    await expectAccessible(page)
    // In another cell nothing is said here: there the season of the system shows, by its level.
    await page.keyboard.press('ArrowRight')
    await list.getByText(/^elk jaar van 20 december tot en met 5 januari · overgeërfd van/).waitFor()
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  })

  test('gets another usual value, says what stays and what gives way, and is put back as it was', async () => {
    const { page, unit } = await openCell('Bib Gavere')
    await type(page, '30/28/0')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Dit wordt de gewone waarde.').waitFor()
    await dialog.getByText(`blijft: 42/28/0, ${inSummer}`).waitFor()
    await dialog.getByText(/^vervalt: 35\/28\/0, vanaf za 1 jan\. 2028/).waitFor()
    await expectAccessible(page)
    await saved(page)
    expect(terms(unit)).toEqual([30, 42, 30])
    await putBack(page)
    expect(terms(unit)).toEqual([28, 42, 35])
    await page.context().close()
  })

  test('gets another season, while the usual value stays', async () => {
    const { page, unit } = await openCell('Bib Nazareth')
    await type(page, '49/28/0')
    const dialog = page.getByRole('dialog')
    await tabTo(page, inSummer)
    await page.keyboard.press('Enter')
    await dialog.getByText('Dit geldt alleen in een deel van het jaar: 1 juli – 31 augustus. De gewone waarde blijft zoals ze is.').waitFor()
    await dialog.getByText('blijft: gewone waarde 28/28/0').waitFor()
    expect(await dialog.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['42/28/0', '49/28/0'])
    expect(await dialog.getByText(/^vervalt/).count()).toBe(0)
    await page.getByRole('region', { name: 'Wat er verandert' }).and(page.locator('[aria-busy=false]')).waitFor()
    await expectAccessible(page)
    await saved(page)
    expect(terms(unit)).toEqual([28, 49, 35])
    await putBack(page)
    expect(terms(unit)).toEqual([28, 42, 35])
    await page.context().close()
  })

  test('is opened in its season with the usual value, which is what typing changes', async () => {
    const { page } = await openCell('Bib Oosterzele', '&day=2027-07-15')
    expect(await page.locator('td:focus .text').textContent()).toBe('42/28/0')
    await page.getByText('Wat je typt, wordt de gewone waarde (28/28/0); seizoenen blijven zoals ze zijn.').waitFor()
    await page.keyboard.press('F2')
    expect(await page.getByRole('textbox', { name: '60 Volwassene, BOEK Boek' }).inputValue()).toBe('28/28/0')
    // What holds in the season is another usual value when it is typed.
    await page.keyboard.type('42/28/0')
    await page.keyboard.press('Enter')
    await page.getByText('1 wijziging nog niet opgeslagen').waitFor()
    await page.context().close()
  })
})

test('the changes that wait lie over nothing of the form on a narrow screen', async () => {
  const { page } = await openCell('Bib Zottegem')
  await page.keyboard.type('30/28/0')
  await page.keyboard.press('Enter')
  await page.setViewportSize({ width: 400, height: 800 })
  await page.getByRole('button', { name: 'Uitproberen' }).click()
  const bar = page.getByRole('region', { name: 'Wijzigingen die nog niet opgeslagen zijn' })
  await page.getByText(/nog geen vestiging/).waitFor()
  const [above, below] = [await page.getByText(/nog geen vestiging/).boundingBox(), await bar.boundingBox()]
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0))
  await page.context().close()
})
