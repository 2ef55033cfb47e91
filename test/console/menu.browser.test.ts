import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openConsole, type Console } from '../console.ts'

let console_: Console
let branch: string

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  branch = await console_.here.unit('branch', 'Munkzwalm', await console_.here.unit('library', 'Bib Zwalm'))
})
afterAll(() => console_.close())

const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu' })
const entriesOf = (page: Page) => menuOf(page).getByRole('link').allInnerTexts()

describe('the menu', () => {
  test('of a desk person has five entries; what they may only look at stands under one more, closed', async () => {
    const page = await console_.visit(await console_.here.staff('desk', branch), '/')
    expect(await entriesOf(page)).toEqual(['Nu', 'Uitlenen en innemen', 'Leners', 'Exemplaren', 'Kalender'])
    const more = menuOf(page).getByRole('button', { name: 'Meer bekijken' })
    expect(await more.getAttribute('aria-expanded')).toBe('false')
    await expectAccessible(page)
    await more.click()
    await menuOf(page).getByRole('link', { name: 'Openingsuren' }).waitFor()
    const all = await entriesOf(page)
    expect(all).toEqual(expect.arrayContaining(['Openingsuren', 'Eenheden', 'Geschiedenis', 'Instellingen', 'Reglement', 'Tariefblad', 'Mijn aanvragen']))
    expect(new Set(all).size).toBe(all.length)
    await expectAccessible(page)
    await more.click()
    await expect.poll(() => entriesOf(page)).toHaveLength(5)
    await page.goto(`${console_.address}/#/rules`)
    await menuOf(page).locator('[aria-current=page]').filter({ hasText: 'Reglement' }).waitFor()
    await page.context().close()
  })

  test('on a phone stays open while one looks at more', async () => {
    const page = await console_.visit(await console_.here.staff('desk', branch), '/', { width: 400 })
    await page.getByRole('button', { name: 'Menu openen' }).click()
    await menuOf(page).getByRole('button', { name: 'Meer bekijken' }).click()
    await menuOf(page).getByRole('link', { name: 'Openingsuren' }).click()
    await page.getByRole('heading', { level: 1, name: /Openingsuren/ }).waitFor()
    await page.context().close()
  })

  test('of whoever may change things, or ask for it, has all they see at hand', async () => {
    for (const role of ['branch-manager', 'library-admin', 'helpdesk', 'system-admin']) {
      const page = await console_.visit(await console_.here.staff(role, role === 'branch-manager' ? branch : undefined), '/')
      await menuOf(page).getByRole('link', { name: 'Instellingen' }).waitFor()
      expect(await menuOf(page).getByRole('button').count(), role).toBe(0)
      await page.context().close()
    }
  })
})
