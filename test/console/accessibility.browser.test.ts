import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#core/contract.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

/** Every screen stands here; the first test sees to it that none is forgotten. */
const paths = [
  '/', '/desk', '/items', '/hours', '/calendar', '/round', '/history', '/import', '/lists', '/units', '/settings', '/settings?q=boete',
  '/settings?p=rules.fine', '/tariffs', '/compare', '/sheet', '/sheet?view=presets', '/staff', '/staff/import',
  '/roles', '/roles?view=matrix', '/roles?view=compare', '/rights', '/rights?view=who', '/rights?view=compare',
  '/rights?view=conflicts', '/rights?view=changes', '/audit', '/outbox', '/webhooks', '/me', '/tokens',
  '/providers', '/desks', '/inbox', '/inbox/setup', '/inbox/report', '/requests', '/requests/new',
  '/requests/new?form=change-requests.question', '/requests/new?form=branches.weekday&behalf=1', '/rules', '/rules?method=fine',
  '/rules?try=1', '/lists/types', '/lists/types?list=materials', '/patrons', '/patrons/new', '/patrons/forgetting', '/patrons/classes', '/patrons/doubles',
  '/patrons/import',
]
let console_: Console
let admin: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  const library = await here.unit('library', 'Bib Zwalm')
  const branch = await here.unit('branch', 'Bib Munkzwalm', library)
  const open = [{ from: '10:00', to: '18:00' }]
  await here.apply(
    { kind: 'branches.set-hours', payload: {
      unit: branch, key: 'staffed/regular', from: '2026-01-01', to: '2026-12-31',
      plan: { kind: 'staffed', layer: 'regular', week: { tu: open, sa: open } },
    } },
    { kind: 'branches.close', payload: {
      units: [branch], from: '2026-12-24', to: '2027-01-02', kind: 'V', text: 'Winterverlof', also: [], leave: [],
    } },
  )
  admin = await here.staff('system-admin')
  paths.push(`/staff/${admin.id}`)
})
afterAll(() => console_.close())

/** Goes to another screen of the same console, as its menu does. */
async function goTo(page: Page, path: string) {
  // The former screen stays until the next one is fetched; looked at too early, it changes under our eyes.
  const former = await page.$('h1')
  const screenOf = (address: string) => address.split('?')[0]
  const moves = screenOf(new URL(page.url()).hash) !== screenOf(`#${path}`)
  await page.evaluate(`location.hash = ${JSON.stringify(path)}`)
  if (moves) await former?.waitForElementState('hidden')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // A bar that says how far something is stays; one that says nothing but "wait" goes.
  await page.locator('[role=progressbar]:not([aria-valuenow])').first().waitFor({ state: 'detached' })
}

describe('every screen', () => {
  test('of the menu is looked at here', async () => {
    const page = await console_.visit(admin, '/')
    const links = page.getByRole('navigation').getByRole('link')
    const listed = await links.evaluateAll(anchors => anchors.map(one => (one as unknown as { hash: string }).hash))
    expect(listed.map(hash => hash.slice(1).split('?')[0]).filter(path => !paths.includes(path ?? ''))).toEqual([])
    await page.context().close()
  })

  test.each(languages.flatMap(language => [1280, 320].map(width => [language, width] as const)))(
    'is accessible in %s, %i px wide, and needs no sideways scrolling',
    async (language, width) => {
      const page = await console_.visit(admin, '/', { language, width })
      for (const path of paths) {
        await goTo(page, path)
        // Words do not change what a narrow screen hides or shows; one language is enough there.
        if (width > 320 || language === 'nl') await expectAccessible(page)
        expect(await sideways(page), `${path} at ${width}`).toBe(0)
      }
      await page.context().close()
    },
    // Half a hundred screens, each held against every rule.
    300_000,
  )

  test('explains itself in a dialog that the keyboard opens and closes', async () => {
    const page = await console_.visit(admin, '/calendar')
    const button = page.getByRole('button', { name: 'Hulp bij dit scherm' })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Kalender' })
    await dialog.getByText('Hier zie je elke dag van het jaar').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await button.evaluate(one => one === one.ownerDocument.activeElement)).toBe(true)
    await page.context().close()
  })

  test('is accessible while it waits, and when the server fails', async () => {
    const page = await console_.visit(admin, '/')
    await page.route('**/api/units/*/hours*', () => undefined)
    await page.evaluate(`location.hash = '/hours'`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectAccessible(page)
    await page.route('**/api/units/*/calendar*', route => route.fulfill({
      status: 500, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Dat lukte niet', status: 500 }),
    }))
    await page.evaluate(`location.hash = '/calendar'`)
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().close()
  })
})
