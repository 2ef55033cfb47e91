import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await console_.here.unit('library', 'Bib Zwalm')
  boss = await console_.here.staff('library-admin', zwalm)
})
afterAll(() => console_.close())

/** The name of what the focus stands on; of the page itself nothing. */
const focused = (page: Page) => page.evaluate<string>(`document.activeElement === document.body ? '' : document.activeElement.textContent`)
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Wijziging terugdraaien' })

/** Goes to the act in the dialog and does it, without a mouse. */
async function putBack(page: Page) {
  const dialog = dialogOf(page)
  const act = dialog.getByRole('button', { name: 'Terugdraaien' })
  await act.and(page.locator(':enabled')).waitFor()
  await act.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

describe('by keyboard', () => {
  test('whoever puts back from the notice goes on where they were', async () => {
    const page = await console_.visit(boss, `/settings?unit=${zwalm}&p=branches.feed-days`)
    await tabTo(page, 'Eigen waarde')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Sluitingen vooruit op de website').first().fill('31')
    await page.keyboard.press('Tab')
    await tabTo(page, 'Opslaan')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Wijzigen', exact: true }).focus()
    await page.getByRole('alert').getByRole('button', { name: 'Terugdraaien' }).focus()
    await page.keyboard.press('Enter')
    await putBack(page)
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('Eigen waarde')
    await page.context().close()
  })

  test('whoever leaves the dialog by Escape stands where they were, and whoever puts back never loses the focus', async () => {
    await console_.here.apply({ kind: 'parameters.set', payload: {
      unit: zwalm, parameter: 'branches.feed-days', from: '2026-11-23', to: null, value: 45,
    } })
    const page = await console_.visit(boss, `/history?unit=${zwalm}`)
    const act = page.getByRole('button', { name: /^Terugdraaien/ }).first()
    await act.focus()
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor()
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toMatch(/^Terugdraaien/)
    await page.keyboard.press('Enter')
    await putBack(page)
    await page.getByRole('button', { name: /^Terugdraaien … Teruggedraaid: Bib Zwalm/ }).first().waitFor()
    await expect.poll(() => focused(page), { timeout: 10_000 }).not.toBe('')
    await page.context().close()
  })
})
