import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { pathOf, SYSTEM, unitAt } from '#core/unit.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let brakel: UnitId
let markt: UnitId
let admin: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = shown
  zwalm = await here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901' })
  brakel = await here.unit('library', 'Bib Brakel', SYSTEM, { code: 'I902' })
  markt = await here.unit('branch', 'Zwalm Markt', zwalm, { code: '0901' })
  admin = await here.staff('system-admin')
})
afterAll(() => shown.close())

const now = () => shown.here.installation.snapshot.current

describe('units in the console', () => {
  test('a branch is opened; a code that is taken is said at its field', async () => {
    const page = await shown.visit(admin, `/units?unit=${zwalm}`)
    await page.getByRole('button', { name: 'Vestiging openen' }).click()
    const dialog = page.getByRole('dialog')
    const code = dialog.getByRole('textbox', { name: /^Code/ })
    await dialog.getByRole('textbox', { name: 'Naam' }).fill('Zwalm Station')
    await code.fill('0901')
    await expect.poll(() => code.getAttribute('aria-invalid'), { timeout: 10_000 }).toBe('true')
    const told = await code.getAttribute('aria-describedby')
    expect(await dialog.locator(`[id="${told}"]`).textContent()).toContain('Zwalm Markt')
    await expectAccessible(page)
    await code.fill('0902')
    await dialog.getByText(/Zwalm Station.*opent/).first().waitFor()
    await dialog.getByRole('button', { name: 'Openen', exact: true }).click()
    await page.getByText(/^Opgeslagen/).first().waitFor()
    await page.getByRole('link', { name: 'Zwalm Station' }).waitFor()
    await page.context().close()
  })

  test('a branch moves to another library from a day on, after a look at what that does', async () => {
    const page = await shown.visit(admin, `/units?unit=${markt}`)
    await page.getByRole('button', { name: 'Meer' }).click()
    await page.getByRole('menuitem', { name: 'Verplaatsen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /bibliotheek/i }).fill('Brakel')
    await page.getByRole('option', { name: /Bib Brakel/ }).click()
    await dialog.getByRole('textbox', { name: 'Geldt vanaf' }).fill('1/1/2027')
    await dialog.getByRole('textbox', { name: 'Geldt vanaf' }).press('Tab')
    await dialog.getByRole('listitem').filter({ hasText: /1 januari 2027/ }).waitFor()
    await dialog.getByRole('button', { name: 'Verplaatsen' }).click()
    await page.getByText(/^Opgeslagen/).first().waitFor()
    await page.getByText('onder Bib Brakel').waitFor()
    expect(pathOf(now(), markt, '2026-12-31')).toContain(zwalm)
    expect(pathOf(now(), markt, '2027-01-01')).toContain(brakel)
    await page.context().close()
  })

  test('what goes on as another leads there, and is put back without a seam', async () => {
    const dorp = await shown.here.unit('branch', 'Zwalm Dorp', zwalm, { code: '0905' })
    const kerk = await shown.here.unit('branch', 'Zwalm Kerk', zwalm, { code: '0906' })
    const page = await shown.visit(admin, `/units?unit=${dorp}`)
    await page.getByRole('button', { name: 'Meer' }).click()
    await page.getByRole('menuitem', { name: 'Samenvoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Gaat verder als' }).fill('Kerk')
    await page.getByRole('option', { name: /Zwalm Kerk/ }).click()
    await dialog.getByText(/gaat vanaf 23 november 2026 op in Zwalm Kerk/).first().waitFor()
    await dialog.getByRole('button', { name: 'Samenvoegen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Zwalm Kerk' }).waitFor()
    expect(new URL(page.url()).hash).toContain(kerk)
    expect(unitAt(now(), dorp, '2026-11-23')).toBeUndefined()
    await page.getByRole('button', { name: 'Terugdraaien' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Terugdraaien' }).click()
    await expect.poll(() => unitAt(now(), dorp, '2026-11-23')?.name, { timeout: 10_000 }).toBe('Zwalm Dorp')
    await page.context().close()
  })

  test('fits a telephone', async () => {
    const page = await shown.visit(admin, `/units?unit=${zwalm}`, { width: 320 })
    await page.getByRole('button', { name: 'Vestiging openen' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.getByRole('button', { name: 'Vestiging openen' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Naam' }).waitFor()
    const wide = await page.getByRole('dialog').evaluate(dialog => dialog.scrollWidth > dialog.clientWidth)
    expect(wide).toBe(false)
    await expectAccessible(page)
    await page.context().close()
  })
})
