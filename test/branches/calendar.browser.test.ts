import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const open = [{ from: '10:00', to: '18:00' }]
const week = { tu: open, we: open, th: open, fr: open }
let console_: Console
let library: UnitId
let branch: UnitId
let manager: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  library = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Bib Munkzwalm', library)
  await here.apply(
    { kind: 'branches.set-hours', payload: {
      unit: branch, key: 'staffed/regular', from: '2026-01-01', to: null,
      plan: { kind: 'staffed', layer: 'regular', week },
    } },
    { kind: 'branches.set-rule', payload: {
      unit: library, key: 'wapenstilstand', from: null, to: null,
      rule: { on: { date: '11-11' }, kind: 'G', text: 'Wapenstilstand' },
    } },
  )
  manager = await here.staff('branch-manager', branch)
})
afterAll(() => console_.close())

const exceptionOn = (day: string) =>
  console_.here.installation.snapshot.current.at(exceptionFact, branch, 'day', day)?.body
/** Among 365 buttons the browser finds one by its label much faster than by its role. */
const dayOf = (page: Page, label: string) => page.locator(`button[aria-label^="${label}"]`)
const panel = (page: Page) => page.getByRole('region', { name: 'Gekozen dagen' })

/** The calendar, with the focus on Tuesday 1 December 2026, reached from its neighbour by an arrow. */
async function atFirstOfDecember() {
  const page = await console_.visit(manager, `/calendar?unit=${branch}`)
  await dayOf(page, 'maandag 30 november 2026').focus()
  await page.keyboard.press('ArrowRight')
  return page
}

describe('the calendar of a branch', () => {
  test('days are picked, closed, made fine-free and lifted with the keyboard alone', async () => {
    const page = await atFirstOfDecember()
    await page.keyboard.press('Enter')
    for (let day = 0; day < 2; day++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+Enter')
    await panel(page).getByText(/do 3 dec/).waitFor()
    await tabTo(page, 'Sluiten …')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/sluit van/).first().waitFor()
    await expectAccessible(page)
    await tabTo(page, 'Sluiten')
    await page.keyboard.press('Enter')
    await expect.poll(() => ['01', '02', '03', '04'].map(day => exceptionOn(`2026-12-${day}`)?.kind), { timeout: 10_000 })
      .toEqual(['G', 'G', 'G', undefined])
    await dialog.waitFor({ state: 'detached' })
    await dayOf(page, 'woensdag 2 december 2026, gesloten').and(page.locator('[aria-label*="van deze eenheid zelf"]')).waitFor()

    await dayOf(page, 'vrijdag 4 december 2026').focus()
    await page.keyboard.press('Enter')
    await tabTo(page, 'Boetevrij maken …')
    await page.keyboard.press('Enter')
    await dialog.getByText(/4 december 2026/).first().waitFor()
    await tabTo(page, 'Boetevrij maken')
    await page.keyboard.press('Enter')
    await expect.poll(() => exceptionOn('2026-12-04')?.kind, { timeout: 10_000 }).toBe('B')
    await dialog.waitFor({ state: 'detached' })

    await dayOf(page, 'woensdag 2 december 2026').focus()
    await page.keyboard.press('Enter')
    await tabTo(page, 'Eigen uitzondering weghalen …')
    await page.keyboard.press('Enter')
    await dialog.getByText(/2 december 2026/).first().waitFor()
    await tabTo(page, 'Eigen uitzondering weghalen')
    await page.keyboard.press('Enter')
    await expect.poll(() => ['01', '02', '03'].map(day => exceptionOn(`2026-12-${day}`)?.kind), { timeout: 10_000 })
      .toEqual(['G', undefined, 'G'])
    await page.context().close()
  })

  test('each day answers why, also for whoever listens', async () => {
    const page = await console_.visit(manager, `/calendar?unit=${branch}`)
    const armistice = dayOf(page, 'woensdag 11 november 2026, gesloten')
    await armistice.click()
    expect(await armistice.getAttribute('aria-label')).toMatch(/Wapenstilstand.*van een eenheid erboven/)
    await panel(page).getByText(/Wapenstilstand/).first().waitFor()
    await panel(page).getByText('Van Bib Zwalm').waitFor()
    await dayOf(page, 'zondag 15 november 2026, gesloten, voorlopig').click()
    await panel(page).getByText(/zo 15 nov/).waitFor()
    await page.context().close()
  })

  test('the same year stands there as a list', async () => {
    const page = await console_.visit(manager, `/calendar?unit=${branch}`)
    await page.getByRole('button', { name: 'Lijst' }).click()
    await page.getByRole('row').filter({ hasText: 'Wapenstilstand' }).filter({ hasText: 'Bib Zwalm' }).first().waitFor()
    await expectAccessible(page)
    await page.context().close()
  })

  test('a library is not shown as closed on days that its branches decide', async () => {
    const admin = await console_.here.staff('library-admin', library)
    const page = await console_.visit(admin, `/calendar?unit=${library}`)
    await dayOf(page, 'dinsdag 1 december 2026, per vestiging').waitFor()
    await dayOf(page, 'woensdag 11 november 2026, gesloten').waitFor()
    await page.context().close()
  })

  test('who may not set a rule sends a request, which waits in the helpdesk’s list', async () => {
    const page = await console_.visit(manager, `/calendar?unit=${branch}`)
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Naam voor het publiek' }).fill('Kermis')
    await dialog.getByRole('textbox', { name: 'Dag en maand' }).fill('29/06')
    await dialog.getByRole('button', { name: 'Als aanvraag versturen' }).click()
    await page.getByText(/Aanvraag nr\. \d+ verstuurd/).waitFor()
    await page.context().close()
    const helpdesk = await console_.here.staff('helpdesk')
    const desk = await console_.visit(helpdesk, '/history?show=requested')
    await desk.getByText(/Kermis/).first().waitFor()
    await desk.getByRole('link', { name: /^Aanvraag bekijken: .*Kermis/ }).click()
    await desk.getByRole('button', { name: 'Goedkeuren' }).click()
    await desk.getByText('Klaar: dit is uitgevoerd.').waitFor()
    await desk.context().close()
  })
})
